//! `rature open`: a page in the browser for people who have no terminal.
//!
//! ```text
//! browser                     this process                       rature isolated opening MEMORY
//! GET  /ONCE/        ──→      to the page, the first time
//! GET  /SECRET/      ──→      the page
//! POST /SECRET/ask   ──→      gate, a slot, the bytes   ──→      reads the texts, makes what is asked for
//!                    ←──      keeps what was made       ←──      a card, a page, a Word file, or what is wrong
//! GET  /made/ID/name ──→      what was made, in a sandbox
//! POST /SECRET/here  ──→      somebody is there
//! ```
//!
//! It listens on 127.0.0.1 alone, at a port that the system gives, and answers those who know the secret in the address: [`gate`]. No text is read in this
//! process, and none is written to disk. It ends when no page has been heard of for two minutes. See docs/open.md.

mod card;
mod desk;
mod gate;
mod kept;
mod name;
mod question;
mod work;

use std::io::{self, ErrorKind as Io, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use oxhttp::Server;

use super::args::LanguageArg;
use super::browser;
use super::isolate::IsolationArgs;
use desk::Desk;
use gate::Gate;

use crate::isolate::Isolation;
use crate::{Error, ErrorKind};

pub(super) use work::{OPENING, serve};

pub(super) const OPEN_EXAMPLES: &str = "Examples:
  rature open
  rature open --ui-lang fr
  rature open --no-browser";

/// How often a port is tried: between asking for a free one and taking it another program may be faster.
const TRIES: usize = 8;
/// Connections at a time. A browser opens some eight.
const CONNECTIONS: usize = 64;
/// How long a connection may say nothing.
const SILENCE: Duration = Duration::from_secs(30);

#[derive(Debug, Args)]
pub(super) struct OpenArgs {
    /// Say the address of the page, and open no browser.
    #[arg(long)]
    no_browser: bool,
    /// Language of the page and of what is made on it [default: of the page that of the browser, of the rest that of the texts].
    #[arg(long, value_enum, value_name = "LANG", default_value = "auto")]
    ui_lang: LanguageArg,
    /// Seconds without a page after which the program ends.
    #[arg(long, hide = true, value_name = "SECONDS", default_value_t = 120, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    idle: u64,
}

impl Default for OpenArgs {
    fn default() -> Self {
        Self { no_browser: false, ui_lang: LanguageArg::Auto, idle: 120 }
    }
}

/// `rature open`.
pub(super) fn open(args: &OpenArgs, isolation: &IsolationArgs) -> Result<ExitCode, Error> {
    let Some(mut isolation) = isolation.always()? else {
        return Err(Error::new(
            ErrorKind::Usage,
            "--isolate=no",
            "is not for `rature open`, which reads what anybody sent: leave it out",
        ));
    };
    isolation.arguments.push(OPENING.into());
    let desk = listening(args, &isolation)?;
    // With standard output or error gone there is nobody left to tell.
    let _ = writeln!(io::stdout(), "{}", desk.gate().address()).and_then(|()| io::stdout().flush());
    let said = "rature: this page stays on this computer; it ends when you close it, or press Ctrl-C here";
    let _ = writeln!(io::stderr(), "{said}");
    if !args.no_browser && browser::open(desk.gate().once()).is_err() {
        let _ = writeln!(io::stderr(), "rature: no browser was found: open the address above in one yourself");
    }
    desk.wait(args.idle);
    Ok(ExitCode::SUCCESS)
}

/// Starts the server: what answers.
fn listening(args: &OpenArgs, isolation: &Isolation) -> Result<Arc<Desk>, Error> {
    let failed = |error| Error::io(ErrorKind::Usage, "rature open", "no port of 127.0.0.1 can be listened on", error);
    for _ in 0..TRIES {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|free| free.local_addr()).map_err(failed)?.port();
        let gate = Gate::new(port).map_err(|error| failed(io::Error::other(error)))?;
        let desk = Arc::new(Desk::new(gate, isolation.clone(), args.ui_lang.resolved(), args.idle));
        let answering = Arc::clone(&desk);
        let server = Server::new(move |request| answering.answer(request))
            .bind((Ipv4Addr::LOCALHOST, port))
            .with_global_timeout(SILENCE)
            .with_max_concurrent_connections(CONNECTIONS);
        match server.spawn() {
            Ok(_) => return Ok(desk),
            Err(error) if error.kind() == Io::AddrInUse => {}
            Err(error) => return Err(failed(error)),
        }
    }
    Err(failed(Io::AddrInUse.into()))
}
