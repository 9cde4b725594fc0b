//! What was typed.

use clap::{Parser, Subcommand};

use super::{
    args, batch, brackets, compile, concord, difftool, doctor, drafts, explain, facts, isolate, mcp, project, series, shell,
    years,
};

/// Redlines of formal resolutions, paragraph by paragraph.
///
/// What changed between two years, word by word.
#[derive(Debug, Parser)]
#[command(version, after_help = "Example:\n  rature diff 2020.txt 2021.txt -o redline.html")]
pub(super) struct Typed {
    #[command(subcommand)]
    pub(super) command: Command,
    #[command(flatten)]
    pub(super) isolation: isolate::IsolationArgs,
}

/// The first examples, for help that fits a screen.
fn few(examples: &str) -> String {
    const LINES: usize = 5;
    examples.lines().take(LINES).collect::<Vec<_>>().join("\n")
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Show the structure of a text: its paragraphs, numbers, sections and footnotes.
    #[command(after_help = few(args::READ_EXAMPLES), after_long_help = args::READ_EXAMPLES)]
    Read(args::ReadArgs),
    /// Show what changed between two texts.
    #[command(after_help = few(args::DIFF_EXAMPLES), after_long_help = args::DIFF_EXAMPLES)]
    Diff(args::DiffArgs),
    /// Show a redline where git shows a diff.
    ///
    /// As its difftool, or as the command of a diff driver.
    #[command(after_help = few(difftool::EXAMPLES), after_long_help = difftool::EXAMPLES)]
    Difftool(difftool::DifftoolArgs),
    /// Explain why a paragraph was matched.
    ///
    /// The evidence with its points, and the next best candidate.
    #[command(after_help = few(explain::EXAMPLES), after_long_help = explain::EXAMPLES)]
    Explain(explain::ExplainArgs),
    /// Follow every paragraph through the years.
    #[command(after_help = few(series::SERIES_EXAMPLES), after_long_help = series::SERIES_EXAMPLES)]
    Series(series::SeriesArgs),
    /// Show since which year each phrase of a text has stood in it.
    #[command(after_help = few(series::BLAME_EXAMPLES), after_long_help = series::BLAME_EXAMPLES)]
    Blame(series::BlameArgs),
    /// Process many pairs and series in one run.
    ///
    /// One line of JSON in, one line of JSON out.
    #[command(after_help = few(batch::BATCH_EXAMPLES), after_long_help = batch::BATCH_EXAMPLES)]
    Batch(batch::BatchArgs),
    /// Compile the proposals of several delegations on one draft.
    ///
    /// Who wants what, where they agree, where they collide.
    #[command(after_help = few(compile::COMPILE_EXAMPLES), after_long_help = compile::COMPILE_EXAMPLES)]
    Compile(compile::CompileArgs),
    /// Count the square brackets of texts.
    ///
    /// Pairs, words in them, paragraphs wholly or partly in brackets, stray ones.
    #[command(after_help = few(brackets::BRACKETS_EXAMPLES), after_long_help = brackets::BRACKETS_EXAMPLES)]
    Brackets(brackets::BracketsArgs),
    /// Follow the proposals on a draft through its revisions.
    ///
    /// And its brackets: taken, in brackets, in other words, dropped; and where each paragraph of the last is from.
    #[command(after_help = few(drafts::DRAFTS_EXAMPLES), after_long_help = drafts::DRAFTS_EXAMPLES)]
    Drafts(drafts::DraftsArgs),
    /// Set two or more texts side by side, a row for each paragraph.
    ///
    /// With an empty column for remarks.
    #[command(after_help = few(args::TABLE_EXAMPLES), after_long_help = args::TABLE_EXAMPLES)]
    Table(args::TableArgs),
    /// Show the figures, dates, citations and verbs of a text.
    ///
    /// Counts, dates, sessions, symbols, citations, operative verbs.
    #[command(after_help = few(facts::FACTS_EXAMPLES), after_long_help = facts::FACTS_EXAMPLES)]
    Facts(facts::FactsArgs),
    /// Show what the figures of a text were in each year.
    #[command(after_help = few(years::COUNTS_EXAMPLES), after_long_help = years::COUNTS_EXAMPLES)]
    Counts(years::CountsArgs),
    /// List what a careful reader would ask about a text.
    ///
    /// Sessions, citations and counts that look wrong.
    #[command(after_help = few(years::LINT_EXAMPLES), after_long_help = years::LINT_EXAMPLES)]
    Lint(years::LintArgs),
    /// List where the language versions of a text disagree.
    ///
    /// Paragraphs, dates, symbols, citations, figures.
    #[command(after_help = few(concord::CONCORD_EXAMPLES), after_long_help = concord::CONCORD_EXAMPLES)]
    Concord(concord::ConcordArgs),
    /// Report how a file was read, and what is doubtful.
    ///
    /// Why, what was repaired, and what to do about it.
    #[command(after_help = few(doctor::DOCTOR_EXAMPLES), after_long_help = doctor::DOCTOR_EXAMPLES)]
    Doctor(doctor::DoctorArgs),
    /// Open a page in the browser to drop texts on.
    ///
    /// To see how each was read, compare them, and save what is made. Nothing leaves this computer.
    #[cfg(feature = "open")]
    #[command(after_help = few(super::open::OPEN_EXAMPLES), after_long_help = super::open::OPEN_EXAMPLES)]
    Open(super::open::OpenArgs),
    /// Write a rature.toml for the texts of a series.
    #[command(after_help = few(project::INIT_EXAMPLES), after_long_help = project::INIT_EXAMPLES)]
    Init(project::InitArgs),
    /// Make every output that rature.toml lists, and write those that changed.
    #[command(after_help = few(project::BUILD_EXAMPLES), after_long_help = project::BUILD_EXAMPLES)]
    Build(project::BuildArgs),
    /// Compare every output that rature.toml lists with the file on disk.
    #[command(after_help = few(project::CHECK_EXAMPLES), after_long_help = project::CHECK_EXAMPLES)]
    Check(project::CheckArgs),
    /// Run build again whenever a text or rature.toml changes.
    #[command(after_help = few(project::WATCH_EXAMPLES), after_long_help = project::WATCH_EXAMPLES)]
    Watch(project::ProjectArgs),
    /// Let an assistant read and compare the texts of a folder.
    ///
    /// A server of the Model Context Protocol on standard input and output.
    #[command(after_help = few(mcp::EXAMPLES), after_long_help = mcp::EXAMPLES)]
    Mcp(mcp::McpArgs),
    /// Print the completion script of a shell.
    #[command(after_help = few(shell::COMPLETIONS_EXAMPLES), after_long_help = shell::COMPLETIONS_EXAMPLES)]
    Completions(shell::CompletionsArgs),
    /// Write the manual pages of the program and of each command.
    #[command(after_help = few(shell::MAN_EXAMPLES), after_long_help = shell::MAN_EXAMPLES)]
    Man(shell::ManArgs),
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_short_help_fits_a_screen() {
        const LINES: usize = 40;
        for width in [80, 100] {
            let mut program = Typed::command().term_width(width);
            program.build();
            let lines = |help: clap::builder::StyledStr| help.to_string().lines().count();
            assert!(lines(program.render_help()) <= LINES, "{}", program.render_help());
            for command in program.get_subcommands_mut().filter(|command| command.get_name() != "help") {
                let help = command.clone().term_width(width).render_help();
                assert!(lines(help.clone()) <= LINES, "{} lines at {width}: {help}", lines(help.clone()));
            }
        }
    }

    #[test]
    fn every_command_helps_with_an_example() {
        let mut program = Typed::command();
        program.build();
        assert!(program.render_help().to_string().contains("Example"));
        for command in program.get_subcommands_mut().filter(|command| command.get_name() != "help") {
            let name = command.get_name().to_owned();
            for help in [command.render_help(), command.render_long_help()] {
                let help = help.to_string();
                let example = help.split("Example").nth(1).unwrap_or_default();
                assert!(example.contains(&format!("rature {name}")), "{name}: {help}");
            }
            assert!(command.get_about().is_some(), "{name}");
            let silent = command.get_arguments().filter(|argument| argument.get_help().is_none());
            assert_eq!(silent.map(|argument| argument.get_id().as_str()).collect::<Vec<_>>(), [""; 0], "{name}");
        }
    }
}
