//! The `rature` program; everything it does is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    rature::cli::run()
}
