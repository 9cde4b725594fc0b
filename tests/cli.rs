//! The program as people call it.

use std::io::Write;
use std::process::Stdio;

use crate::folder::{Folder, NEW, OLD};

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn read_shows_the_outline() {
    let shown = Folder::with_texts("outline").printed(&["read", "old.txt"]);
    assert!(shown.contains("OP1") && shown.contains("operative") && shown.contains("Urges fifteen States"), "{shown}");
}

#[test]
fn read_gives_json() {
    let document =
        json(&Folder::with_texts("read-json").printed(&["read", "--format", "json", "old.txt", "--label", "last year"]));
    assert_eq!(document["schema"], "rature/document/1");
    assert_eq!(document["label"], "last year");
}

#[test]
fn read_lists_repairs() {
    let folder = Folder::new("repairs");
    folder.write("wrapped.txt", "1. Urges all States Parties to strengthen their coop-\neration with the Court.\n");
    let shown = folder.printed(&["read", "--repairs", "--layout", "wrapped", "--lang", "en", "wrapped.txt"]);
    assert!(shown.contains("\n\nLine 2: "), "{shown}");
    assert!(shown.contains("cooperation") && shown.ends_with("1 repair\n"), "{shown}");
}

#[test]
fn diff_shows_what_changed() {
    let shown = Folder::with_texts("diff").printed(&["diff", "old.txt", "new.txt"]);
    assert!(shown.contains("Urges [-fifteen-]{+twelve+} States Parties"), "{shown}");
    assert!(!shown.contains('\u{1b}'), "no escapes into a pipe");
}

#[test]
fn colours_are_written_when_asked_for() {
    let folder = Folder::with_texts("colours");
    assert!(folder.printed(&["diff", "--color", "always", "old.txt", "new.txt"]).contains("\u{1b}["));
    let output = folder.command(&["diff", "--color", "always", "old.txt", "new.txt"]).env("NO_COLOR", "1").output().unwrap();
    assert!(String::from_utf8(output.stdout).unwrap().contains("\u{1b}["), "what was typed is stronger than the environment");
}

#[test]
fn two_columns_fit_the_terminal_behind_a_pipe() {
    let folder = Folder::with_texts("columns");
    let widest = |columns: Option<&str>, arguments: &[&str]| {
        let mut command = folder.command(&[&["diff", "old.txt", "new.txt"], arguments].concat());
        columns.map(|columns| command.env("COLUMNS", columns));
        let shown = String::from_utf8(command.output().unwrap().stdout).unwrap();
        shown.lines().map(|line| line.trim_end().chars().count()).max().unwrap()
    };
    assert!(widest(Some("90"), &["--side-by-side"]) <= 90);
    let untold = widest(None, &["--side-by-side"]);
    assert!((91..=160).contains(&untold), "{untold}");
    assert_eq!(widest(Some("many"), &["--side-by-side"]), untold);
    assert_eq!(widest(Some("130"), &["--side-by-side", "--width", "160"]), untold, "what was typed is stronger");
    assert_eq!(widest(Some("40"), &[]), widest(None, &[]), "one column is as always");
}

#[test]
fn the_ending_of_the_output_says_the_format() {
    let folder = Folder::with_texts("endings");
    for (name, start) in
        [("a.html", "<!DOCTYPE html>"), ("a.json", "{\n  \"schema\": \"rature/redline/1\""), ("a.txt", "Redline\n")]
    {
        assert_eq!(folder.printed(&["diff", "old.txt", "new.txt", "-o", name]), "");
        assert!(folder.read(name).starts_with(start), "{name}");
    }
    assert!(folder.refused(&["diff", "old.txt", "new.txt", "-o", "a.odt"]).contains("a.odt: the ending says no format"));
    let said = folder.refused(&["diff", "old.txt", "new.txt", "--format", "html", "-o", "a.docx"]);
    assert_eq!(said, "rature: a.docx: its ending says docx and --format says html: change one of them\n");
    folder.printed(&["diff", "old.txt", "new.txt", "--format", "html", "-o", "a.odt"]);
    std::fs::remove_file(folder.0.join("a.odt")).unwrap();
    std::fs::create_dir(folder.0.join("b")).unwrap();
    assert_eq!(folder.refused(&["diff", "old.txt", "new.txt", "-o", "b"]), "rature: b: is a folder: name a file in it\n");
    assert!(!folder.names().contains(&"a.odt".to_owned()));
}

#[test]
fn git_gets_a_redline_of_its_seven_arguments() {
    let folder = Folder::with_texts("difftool");
    let redline = folder.printed(&["diff", "old.txt", "new.txt"]);
    assert_eq!(folder.printed(&["difftool", "old.txt", "new.txt"]), redline);
    let (old, new) = (["old.txt", "1a2b", "100644"], ["new.txt", "3c4d", "100644"]);
    let nothing = ["/dev/null", ".", "."];
    let given = |old: [&'static str; 3], new: [&'static str; 3]| [&["difftool", "texts/20.txt"][..], &old, &new].concat();
    assert_eq!(folder.printed(&given(old, new)), format!("texts/20.txt\n{redline}"));
    let come = folder.printed(&given(nothing, new));
    let lines: Vec<&str> = come.lines().skip(1).collect();
    assert!(lines.len() > 2 && lines.iter().all(|line| line.starts_with('+')), "{come}");
    assert!(folder.printed(&given(old, nothing)).lines().skip(1).all(|line| line.starts_with('-')));
    assert!(folder.refused(&["difftool", "old.txt", "1a2b", "100644"]).contains("are not what git gives"));
}

#[test]
fn words_alone_are_printed_for_programs_that_compare_lines() {
    let folder = Folder::with_texts("words");
    let text = folder.printed(&["read", "new.txt", "--format", "text"]);
    assert_eq!(folder.printed(&["read", "new.txt", "--format", "text", "--width", "30", "--color", "always"]), text);
    assert!(text.split("\n\n").all(|paragraph| paragraph.trim_end().lines().count() == 1), "{text}");
}

#[test]
fn questions_are_sarif_with_their_lines() {
    let folder = Folder::with_texts("sarif");
    let text =
        "The Assembly,\n\n1. Urges all States to send in their reports before\nthe 31 February 2021;\n\n2. Requests a report.\n";
    std::fs::write(folder.0.join("a day.txt"), text).unwrap();
    assert_eq!(folder.printed(&["lint", "a day.txt", "-o", "lint.sarif"]), "");
    let sarif: serde_json::Value = serde_json::from_str(&folder.read("lint.sarif")).unwrap();
    let run = &sarif["runs"][0];
    let result = run["results"].as_array().unwrap().iter().find(|result| result["ruleId"] == "no-such-day").unwrap();
    assert_eq!(result["level"], "error");
    assert!(result["message"]["text"].as_str().unwrap().starts_with("OP1: there is no “31 February 2021”"), "{result}");
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!((&place["artifactLocation"]["uri"], &place["region"]["startLine"]), (&"a%20day.txt".into(), &4.into()));
    assert!(run["tool"]["driver"]["rules"].as_array().unwrap().iter().any(|rule| rule["id"] == "no-such-day"));
    assert!(folder.refused(&["lint", "-", "--format", "sarif"]).contains("SARIF names the file"));
}

#[cfg(not(feature = "mcp"))]
#[test]
fn a_program_without_it_says_how_to_answer_assistants() {
    let folder = Folder::with_texts("no-mcp");
    assert!(folder.refused(&["mcp"]).contains("mcp: is not in this build of rature: take a packed one or pip install rature"));
}

#[test]
fn text_is_not_written_under_the_ending_of_another_format() {
    let folder = Folder::with_texts("text-endings");
    for (command, instead) in [
        (["blame", "old.txt", "new.txt"].as_slice(), "rature series -o years.html"),
        (&["doctor", "old.txt"], "rature read -o document.json"),
    ] {
        for ending in ["html", "json", "docx", "csv", "md"] {
            let name = format!("a.{ending}");
            let said = folder.refused(&[command, &["-o", &name]].concat());
            assert!(said.contains(&format!("{name}: the ending says no format")) && said.contains(instead), "{said}");
            assert!(!folder.names().contains(&name));
        }
        for name in ["a.txt", "a"] {
            assert_eq!(folder.printed(&[command, &["-o", name]].concat()), "");
            assert!(folder.names().contains(&name.to_owned()));
        }
    }
}

#[test]
fn the_exit_code_says_whether_there_are_changes() {
    let folder = Folder::with_texts("exit");
    folder.write("typography.txt", OLD.replace(" Statute,", "\u{a0}Statute,"));
    let code = |arguments: &[&str]| folder.run(arguments).status.code();
    assert_eq!(code(&["diff", "old.txt", "new.txt"]), Some(0));
    assert_eq!(code(&["diff", "--exit-code", "old.txt", "new.txt"]), Some(1));
    assert_eq!(code(&["diff", "--exit-code", "old.txt", "old.txt"]), Some(0));
    assert_eq!(code(&["diff", "--exit-code=substantive", "old.txt", "new.txt"]), Some(1));
    assert_eq!(code(&["diff", "--exit-code=any", "old.txt", "typography.txt"]), Some(1));
    assert_eq!(code(&["diff", "--exit-code=substantive", "old.txt", "typography.txt"]), Some(0));
}

#[test]
fn notes_that_one_text_does_not_print_are_one_difference_and_not_deleted() {
    let folder = Folder::new("unprinted-notes");
    let text = "The Assembly of States Parties,\n\n1. Urges all States Parties to report on arrests under the Rome Statute,1 and to \
                cooperate;\n\n2. Requests the Bureau to continue its work on the agreements2 that were concluded;\n";
    let notes = "\n_______________\n1 United Nations, Treaty Series, vol. 2187.\n\n2 See ICC-ASP/6/Res.2, annex II.\n";
    folder.write("printed.txt", format!("{text}{notes}"));
    folder.write("copied.txt", text);
    for how in ["--exit-code", "--exit-code=substantive"] {
        let run = folder.run(&["diff", "printed.txt", "copied.txt", how]);
        let shown = String::from_utf8(run.stdout).unwrap();
        assert_eq!(run.status.code(), Some(1));
        assert!(shown.contains("shown as they stand") && !shown.contains("deleted"), "{shown}");
        assert!(shown.contains("Notes 1–2 → –") && shown.contains("1 difference in what was left out"), "{shown}");
    }
    let table = folder.printed(&["table", "printed.txt", "copied.txt"]);
    assert!(table.contains("<sup>1</sup> United Nations, Treaty Series"), "{table}");
}

#[test]
fn labels_are_taken_and_made_to_differ() {
    let folder = Folder::with_texts("labels");
    let labels = |arguments: &[&str]| {
        let redline = json(&folder.printed(&[&["diff", "--format", "json"], arguments].concat()));
        [redline["old"]["label"].clone(), redline["new"]["label"].clone()].map(|label| label.as_str().unwrap().to_owned())
    };
    assert_eq!(labels(&["--old-label", "A", "--new-label", "B", "old.txt", "new.txt"]), ["A", "B"]);
    assert_eq!(labels(&["--old-label", "A", "--new-label", "A", "old.txt", "new.txt"]), ["A (old)", "A (new)"]);
    let [old, new] = labels(&["old.txt", "old.txt"]);
    assert_eq!((old.ends_with(" (old)"), new.ends_with(" (new)")), (true, true));
}

#[test]
fn standard_input_is_one_of_the_texts() {
    let folder = Folder::with_texts("stdin");
    let mut child = folder.command(&["diff", "-", "new.txt"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(OLD.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(String::from_utf8(output.stdout).unwrap().contains("[-fifteen-]{+twelve+}"));
    assert!(folder.refused(&["diff", "-", "-"]).contains("both texts cannot be standard input"));
}

#[test]
fn bad_input_is_one_clear_line() {
    let folder = Folder::with_texts("bad");
    folder.write("empty.txt", "");
    folder.write("blank.txt", " \n\n\t\n");
    std::fs::create_dir(folder.0.join("folder")).unwrap();
    let cases = [
        ("missing.txt", "cannot be found"),
        ("folder", "is a folder"),
        ("empty.txt", "no text in it"),
        ("blank.txt", "no text in it"),
    ];
    for (file, what) in cases {
        for arguments in [vec!["read", file], vec!["diff", "old.txt", file], vec!["diff", file, "new.txt"]] {
            let said = folder.refused(&arguments);
            assert!(said.starts_with(&format!("rature: {file}: ")) && said.contains(what) && said.lines().count() == 1, "{said}");
        }
    }
    let said = folder.refused(&["read", "--max-size", "16", "old.txt"]);
    assert!(said.contains("larger than 16 bytes") && said.contains("--max-size"), "{said}");
    assert!(folder.refused(&["read", "a\u{1b}[31mb"]).contains("a␛[31mb"));
    for arguments in [&["read", ""][..], &["diff", "old.txt", "new.txt", "-o", ""], &["series", "old.txt", ""]] {
        let said = folder.refused(arguments);
        assert!(said.contains("the name of a file") && !said.contains("rature: :"), "{arguments:?}: {said}");
    }
    let said = folder.refused(&["table", "old.txt", "new.txt", "--label", "A"]);
    assert!(said.contains("there are 2 texts and 1 label: give each text one"), "{said}");
}

#[test]
fn arguments_that_make_no_sense_are_refused() {
    let folder = Folder::with_texts("arguments");
    for arguments in [
        &["diff", "old.txt"][..],
        &["diff", "old.txt", "new.txt", "--context", "some"],
        &["diff", "old.txt", "new.txt", "--width", "3"],
        &["read", "old.txt", "--max-size", "large"],
        &["reed", "old.txt"],
        &[],
    ] {
        let said = folder.refused(arguments);
        assert!(arguments.is_empty() || said.starts_with("rature: ") && said.lines().count() == 1, "{said}");
    }
    for command in ["table", "counts", "series"] {
        let said = folder.refused(&[command, "old.txt"]);
        assert!(said.starts_with("rature: old.txt: a ") && said.contains(" needs two texts: name another"), "{said}");
    }
    let said = folder.refused(&["diff", "old.txt", "new.txt", "--side-by-sied"]);
    assert_eq!(
        said,
        "rature: --side-by-sied: is no option of rature diff: did you mean --side-by-side? (see rature help diff)\n"
    );
    for asked in ["--help", "--version", "help"] {
        assert!(folder.printed(&[asked]).contains("rature"));
    }
}

#[test]
fn an_output_is_whole_or_not_there() {
    let folder = Folder::with_texts("whole");
    let before = folder.names();
    for target in ["old.txt", "./old.txt", "new.txt"] {
        assert!(folder.refused(&["diff", "old.txt", "new.txt", "-o", target]).contains("is not overwritten"), "{target}");
    }
    assert!(folder.refused(&["diff", "old.txt", "new.txt", "-o", "nowhere/a.html"]).contains("its folder"));
    std::fs::create_dir(folder.0.join("a.html")).unwrap();
    assert!(folder.refused(&["diff", "old.txt", "new.txt", "-o", "a.html"]).contains("is a folder"));
    std::fs::remove_dir(folder.0.join("a.html")).unwrap();
    assert_eq!(folder.names(), before, "nothing half-written is left");
    assert_eq!(folder.read("old.txt"), OLD);
    folder.write("a.txt", "from another day");
    folder.printed(&["diff", "old.txt", "new.txt", "-o", "a.txt"]);
    assert!(folder.read("a.txt").contains("twelve"));
}

#[cfg(unix)]
#[test]
fn a_link_is_written_through_and_a_device_is_not_replaced() {
    let folder = Folder::with_texts("links");
    folder.write("real.txt", "");
    std::os::unix::fs::symlink("real.txt", folder.0.join("link.txt")).unwrap();
    folder.printed(&["diff", "old.txt", "new.txt", "-o", "link.txt"]);
    assert!(folder.read("real.txt").contains("twelve"));
    std::os::unix::fs::symlink("old.txt", folder.0.join("input.txt")).unwrap();
    assert!(folder.refused(&["diff", "old.txt", "new.txt", "-o", "input.txt"]).contains("is not overwritten"));
    folder.printed(&["diff", "old.txt", "new.txt", "--format", "terminal", "-o", "/dev/null"]);
    assert!(!std::fs::metadata("/dev/null").unwrap().is_file());
}

#[test]
fn a_closed_pipe_is_quiet() {
    let folder = Folder::new("pipe");
    let long: Vec<String> = (1..4000).map(|n| format!("{n}. Urges States Parties to cooperate in matter {n};\n\n")).collect();
    folder.write("long.txt", long.concat());
    let mut child = folder.command(&["read", "long.txt"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn the_interface_language_can_be_chosen() {
    let folder = Folder::with_texts("language");
    let french = folder.printed(&["diff", "--ui-lang", "fr", "old.txt", "new.txt"]);
    assert!(french.contains("par.\u{a0}1") && french.contains("Ancien texte"), "{french}");
    folder.printed(&["diff", "--ui-lang", "es", "-o", "a.html", "old.txt", "new.txt"]);
    assert!(folder.read("a.html").contains("<html lang=\"es\">"));
}

#[test]
fn french_stands_off_its_signs_and_names_the_two_texts_itself() {
    let folder = Folder::with_texts("signs");
    let said = folder.printed(&["diff", "old.txt", "new.txt", "--ui-lang", "fr"]);
    assert!(said.contains("\u{a0}; ") && !said.contains("s; "), "{said}");
    let said = folder.printed(&["diff", "old.txt", "old.txt", "--ui-lang", "fr", "--width", "200"]);
    assert!(said.contains("Attention\u{a0}: Les") && said.contains(" (ancien)") && said.contains(" (nouveau)"), "{said}");
    let said = folder.printed(&["diff", "old.txt", "old.txt", "--ui-lang", "es"]);
    assert!(said.contains(" (anterior)") && said.contains(" (posterior)"), "{said}");
}

#[test]
fn the_wrong_order_and_the_same_text_are_said_aloud() {
    let folder = Folder::with_texts("loud");
    assert!(folder.printed(&["diff", "new.txt", "old.txt"]).contains("! Attention: The text given as the earlier one is later"));
    assert!(folder.printed(&["diff", "old.txt", "old.txt"]).contains("! Attention: The two texts are the same"));
    assert!(!folder.printed(&["diff", "old.txt", "new.txt"]).contains("Attention"));
    let notes = json(&folder.printed(&["diff", "--format", "json", "new.txt", "old.txt"]))["notes"].clone();
    assert!(notes.as_array().unwrap().iter().any(|note| note["code"] == "old-is-later"), "{notes}");
}

#[test]
fn the_same_texts_give_the_same_bytes() {
    let folder = Folder::with_texts("same");
    for format in ["terminal", "html", "json"] {
        let run = || folder.printed(&["diff", "--format", format, "old.txt", "new.txt"]);
        assert_eq!(run(), run());
    }
}

/// A text with these paragraphs, numbered.
fn resolution(paragraphs: &[&str]) -> String {
    let front =
        "ICC-ASP/19/Res.2\n\nCooperation\n\nThe Assembly of States Parties,\n\nRecalling the Rome Statute,\n\n".to_owned();
    let numbered = paragraphs.iter().enumerate().map(|(at, paragraph)| format!("{}. {paragraph}\n\n", at + 1));
    std::iter::once(front).chain(numbered).collect()
}

const WATER: &str = "Urges States parties to ratify the agreement on access to clean water before the next review conference;";
const AUDIT: &str = "Requests the Registrar to publish the biennial audit of the detention unit in all six languages;";
const SCHOOL: &str = "Welcomes the school meals programme launched by local authorities in coastal districts;";

/// Water became the second paragraph, the audit is gone.
fn with_a_move(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("old.txt", resolution(&[WATER, AUDIT, "Invites donors to contribute to the trust fund;"]));
    folder.write("new.txt", resolution(&[SCHOOL, WATER, "Invites donors to contribute generously to the trust fund;"]));
    folder
}

#[test]
fn explain_says_what_tied_a_paragraph_and_what_it_lost_to() {
    let folder = with_a_move("explain");
    let shown = folder.printed(&["explain", "old.txt", "new.txt", "OP2"]);
    assert!(shown.contains("OP1 of ASP/19 (old) · tied") && shown.contains("in all; it takes more than 260"), "{shown}");
    let french = folder.printed(&["explain", "old.txt", "new.txt", "par. 2", "--ui-lang", "fr"]);
    assert!(french.contains("· apparié\n") && french.contains("mots communs"), "{french}");
    for gone in [["OP2", "--old"], ["old:OP2", "--ui-lang=en"]] {
        let shown = folder.printed(&[["explain", "old.txt", "new.txt"].as_slice(), &gone].concat());
        assert!(shown.contains("deleted") && shown.contains("Nothing in the other text is enough like it"), "{shown}");
    }
}

#[test]
fn the_scores_of_an_explanation_add_up_to_what_decided() {
    let folder = with_a_move("explain-json");
    let explained = json(&folder.printed(&["explain", "old.txt", "new.txt", "OP3", "--format", "json"]));
    assert_eq!(explained["schema"], "rature/explanation/1");
    assert_eq!(explained["decision"], "evidence");
    let redline = json(&folder.printed(&["diff", "old.txt", "new.txt", "--format", "json"]));
    let links = redline["links"].as_array().unwrap();
    let link = links.iter().find(|link| link["new"] == explained["link"]["new"]).unwrap();
    assert_eq!(
        (&link["old"], &link["score"], &link["why"]),
        (&explained["link"]["old"], &explained["link"]["score"], &explained["link"]["why"])
    );
    for pair in explained["candidates"].as_array().unwrap() {
        let sum: i64 = pair["clues"].as_array().unwrap().iter().map(|clue| clue["points"].as_i64().unwrap()).sum();
        assert_eq!(Some(sum), pair["total"].as_i64());
        assert_eq!(pair["verdict"] == "tied", pair["old"] == link["old"][0], "{pair}");
    }
}

#[test]
fn a_number_alone_is_that_of_an_operative_paragraph() {
    let folder = with_a_move("explain-number");
    let text = folder.read("new.txt").replace("3. ", "2 bis. ");
    folder.write("bis.txt", text);
    for (number, id) in [("2", "OP2"), ("2 bis", "OP2 bis"), ("2bis", "OP2 bis")] {
        let said = folder.printed(&["explain", "old.txt", "bis.txt", number]);
        assert!(said.starts_with(&format!("{id} of")), "{said}");
    }
    assert!(folder.printed(&["explain", "old.txt", "bis.txt", "old:1"]).starts_with("OP1 of"));
}

#[test]
fn ids_that_are_near_are_near_by_kind_and_number() {
    let folder = Folder::new("explain-near");
    let recitals = (1..=12).map(|at| format!("Recalling its decision {at} on water,\n\n")).collect::<Vec<_>>().concat();
    let paragraphs = (1..=11).map(|at| format!("{at}. Urges States to report on matter {at};\n\n")).collect::<Vec<_>>().concat();
    folder.write("a.txt", format!("The Assembly of States Parties,\n\n{recitals}{paragraphs}"));
    let said = |typed: &str| folder.refused(&["explain", "a.txt", "a.txt", typed]);
    assert!(said("12").contains("near are PP12, OP11, "), "{}", said("12"));
    assert!(said("OP12").contains("near are PP12, OP11, "), "{}", said("OP12"));
    assert!(said("OP110").contains("near are OP11, OP10, "), "{}", said("OP110"));
}

#[test]
fn an_id_that_names_nothing_is_answered_with_those_that_are_near() {
    let folder = with_a_move("explain-unknown");
    let said = folder.refused(&["explain", "old.txt", "new.txt", "OP12"]);
    assert!(said.contains("OP12") && said.contains("near are") && said.contains("OP2, OP1"), "{said}");
    folder.write("longer.txt", resolution(&[WATER, AUDIT, SCHOOL, "Decides to remain seized of the matter."]));
    let said = folder.refused(&["explain", "longer.txt", "new.txt", "OP4"]);
    assert!(said.contains("write old:OP4"), "{said}");
}

#[test]
fn a_pin_is_stronger_than_all_evidence_and_says_so() {
    let folder = with_a_move("pins");
    folder.write("pins.txt", "# the audit became the school meals\nOP2 = OP1  # as agreed\n\nOP3\n");
    for decisions in [["--pin", "par. 2=OP1", "--unpin=OP3"].as_slice(), &["--pins", "pins.txt"]] {
        let redline = json(&folder.printed(&[["diff", "old.txt", "new.txt", "--format", "json"].as_slice(), decisions].concat()));
        let id = |side: &str, unit: &serde_json::Value| redline[side]["units"][unit.as_u64().unwrap() as usize]["id"].clone();
        let links = redline["links"].as_array().unwrap();
        let pinned: Vec<_> = links.iter().filter(|link| link["why"].as_array().unwrap().contains(&"pin".into())).collect();
        assert_eq!(pinned.len(), 3, "{pinned:?}");
        assert!(pinned.iter().any(|link| link["relation"] == "kept"
            && id("old", &link["old"][0]) == "OP2"
            && id("new", &link["new"][0]) == "OP1"));
        assert!(
            pinned.iter().any(|link| link["relation"] == "deleted") && pinned.iter().any(|link| link["relation"] == "inserted")
        );
        let shown = folder.printed(&[["diff", "old.txt", "new.txt"].as_slice(), decisions].concat());
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(shown.matches("decided by hand").count(), 3, "{shown}");
        let why = folder.printed(&[["explain", "old.txt", "new.txt", "OP1"].as_slice(), decisions].concat());
        assert!(why.contains("A person decided so"), "{why}");
    }
}

/// What the pin leaves of OP12 is the one phrase "States not party to the Statute", which other paragraphs hold too.
#[test]
fn a_phrase_that_a_pin_leaves_over_makes_no_split() {
    let folder = Folder::new("pin-split");
    let guide = |name: &str| format!("{}/docs/guide/{name}", env!("CARGO_MANIFEST_DIR"));
    let shown = folder.printed(&["diff", &guide("ASP-19.pdf"), &guide("ASP-20.pdf"), "--pin", "OP11=OP12"]);
    assert!(shown.contains("decided by hand") && !shown.contains("split from former OP12"), "{shown}");
}

#[test]
fn a_pin_that_names_nothing_is_an_error() {
    let folder = with_a_move("pins-wrong");
    for (decision, what) in [
        (["--pin", "OP2=OP9"], "OP9"),
        (["--pin", "OP2"], "--unpin"),
        (["--unpin", "OP1=OP2"], "--pin"),
        (["--unpin", "PP7"], "PP7"),
        (["--pins", "none.txt"], "cannot be found"),
    ] {
        let said = folder.refused(&[["diff", "old.txt", "new.txt"].as_slice(), &decision].concat());
        assert!(said.contains(what), "{said}");
    }
    folder.write("pins.txt", "OP1=OP2\nOP1=OP3\n");
    let said = folder.refused(&["diff", "old.txt", "new.txt", "--pins", "pins.txt"]);
    assert!(said.contains("pins.txt:2") && said.contains("another pin decided"), "{said}");
}

#[test]
fn a_pin_of_a_series_names_its_texts() {
    fn with<'a>(more: &[&'a str]) -> Vec<&'a str> {
        let series = ["series", "0.txt", "1.txt", "2.txt", "--labels", "A,B,C", "--order", "given"];
        [series.as_slice(), more].concat()
    }
    let folder = Folder::new("pins-series");
    let texts = [[WATER, AUDIT, SCHOOL], [WATER, SCHOOL, AUDIT], [WATER, AUDIT, SCHOOL]];
    texts.iter().enumerate().for_each(|(year, text)| folder.write(&format!("{year}.txt"), resolution(text)));
    let events = |more: &[&str]| {
        let told = json(&folder.printed(&with(&[&["--format", "json"], more].concat())));
        told["lineages"].as_array().unwrap().iter().map(|lineage| lineage["events"].to_string()).collect::<String>()
    };
    assert!(!events(&[]).contains("dropped"));
    assert!(events(&["--unpin", "B:par. 3"]).contains("dropped"));
    folder.write("pins.txt", "A:OP1=B:OP1 # as agreed\nA:OP2=B:OP2\nB:OP2=C:OP2\n");
    assert!(events(&["--pins", "pins.txt"]) != events(&[]));
    for (more, what) in [
        (["--pin", "OP1=OP1"], "does not say of which text: write A:OP12=B:OP14"),
        (["--pin", "A:OP1=B:OP9"], "B has no OP9; near are"),
        (["--pin", "A:OP1=D:OP1"], "no text is called D: there are A, B, C"),
        (["--pin", "B:OP1=A:OP1"], "B is not before A"),
        (["--unpin", "A:OP1=B:OP1"], "--pin for two"),
        (["--labels", "A,A,B"], "A stands for two texts"),
        (["--at", "D"], "no text is called that: there are A, B, C"),
    ] {
        let said = folder.refused(&if more[0] == "--labels" {
            ["series", "0.txt", "1.txt", "2.txt"].into_iter().chain(more).collect::<Vec<_>>()
        } else {
            with(&more)
        });
        assert!(said.contains(what), "{said}");
    }
    folder.write("pins.txt", "A:OP1=B:OP1\nA:OP1=B:OP2\n");
    let said = folder.refused(&with(&["--pins", "pins.txt"]));
    assert!(said.contains("pins.txt:2") && said.contains("another pin decided"), "{said}");
}

#[test]
fn two_files_without_a_command_are_compared() {
    let folder = Folder::new("no-command");
    folder.write("old.txt", resolution(&[WATER, AUDIT]));
    folder.write("new.txt", resolution(&[WATER, SCHOOL]));
    let said = |arguments: &[&str]| folder.run(arguments).stdout;
    let redline = said(&["diff", "old.txt", "new.txt"]);
    assert!(!redline.is_empty());
    assert_eq!(said(&["old.txt", "new.txt"]), redline);
    assert_eq!(said(&["--isolate", "old.txt", "new.txt"]), redline);
    assert_eq!(said(&["old.txt", "--format", "csv", "new.txt"]), said(&["diff", "old.txt", "new.txt", "--format", "csv"]));
    let misspelt = folder.run(&["old.txt", "nwe.txt"]);
    assert!(String::from_utf8_lossy(&misspelt.stderr).contains("nwe.txt: cannot be found"));
    assert_eq!(misspelt.status.code(), Some(2));
}

#[test]
fn what_a_draft_says_beside_a_paragraph_is_a_difference() {
    let folder = Folder::new("status");
    let text = resolution(&[WATER, AUDIT, SCHOOL]);
    folder.write("old.txt", &text);
    folder.write("new.txt", format!("{} [agreed ad ref]\n", text.trim_end()));
    let output = folder.run(&["diff", "--exit-code", "old.txt", "new.txt"]);
    let shown = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{shown}");
    assert!(shown.contains("status: – → [agreed ad ref]") && shown.contains("1 with another status"), "{shown}");
}

#[test]
fn brackets_about_a_number_are_a_change_of_substance() {
    let folder = Folder::new("brackets");
    let text = resolution(&[WATER, AUDIT, SCHOOL]);
    folder.write("old.txt", &text);
    folder.write("new.txt", text.replace("3. ", "[3.] "));
    for (old, new, badge) in [("old.txt", "new.txt", "brackets: 3. → [3.]"), ("new.txt", "old.txt", "brackets: [3.] → 3.")] {
        let output = folder.run(&["diff", "--exit-code=substantive", old, new]);
        let shown = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(1), "{shown}");
        assert!(shown.contains(badge) && shown.contains("1 reworded"), "{shown}");
    }
    assert_eq!(folder.run(&["diff", "--exit-code=substantive", "old.txt", "old.txt"]).status.code(), Some(0));
}

#[test]
fn a_word_document_is_written_by_its_ending_or_to_a_pipe() {
    let folder = Folder::with_texts("word");
    folder.printed(&["diff", "old.txt", "new.txt", "-o", "redline.docx", "--author", "Secretariat", "--date", "2021-12-09"]);
    let written = std::fs::read(folder.0.join("redline.docx")).unwrap();
    assert!(written.starts_with(b"PK"));
    let piped = folder.run(&["diff", "old.txt", "new.txt", "--format", "docx"]);
    assert!(piped.status.success() && piped.stdout.starts_with(b"PK"));
    assert_ne!(piped.stdout, written, "author and date are in one of them");
    assert!(folder.refused(&["diff", "old.txt", "new.txt", "-o", "redline.docx", "--date", "yesterday"]).contains("2021-12-09"));
}

#[test]
fn figures_are_shown_for_one_year_and_for_several() {
    let folder = Folder::with_texts("figures");
    let facts = json(&folder.printed(&["facts", "new.txt", "--kind", "count", "--format", "json"]));
    assert_eq!(facts["facts"].as_array().unwrap().len(), 1);
    assert_eq!((&facts["facts"][0]["text"], &facts["facts"][0]["value"]), (&"twelve States".into(), &"12 states".into()));
    folder.printed(&["counts", "old.txt", "new.txt", "--changed", "--kind", "count", "-o", "figures.csv"]);
    let wanted = "Kind,What,ASP/19,ASP/20,Course\r\ncount,States Parties to cooperate with the Court,15 (OP1),12 (OP1),█▆\r\n";
    assert_eq!(folder.read("figures.csv"), wanted);
    for format in ["terminal", "html", "markdown"] {
        assert!(folder.printed(&["counts", "old.txt", "new.txt", "--format", format]).contains("12 (OP1)"), "{format}");
    }
}

#[test]
fn lint_exits_with_one_when_it_asks_something_and_was_told_to() {
    let folder = Folder::with_texts("lint");
    folder.write("draft.txt", NEW.replace("to report", "[to report]"));
    let code = |arguments: &[&str]| folder.run(arguments).status.code();
    assert_eq!(code(&["lint", "draft.txt", "--since", "old.txt", "--exit-code"]), Some(1));
    assert_eq!(code(&["lint", "draft.txt", "--since", "old.txt"]), Some(0));
    assert_eq!(code(&["lint", "draft.txt", "--since", "old.txt", "--exit-code", "--off", "bracketed"]), Some(0));
    assert_eq!(code(&["lint", "new.txt", "--since", "old.txt", "--exit-code"]), Some(0));
    assert_eq!(code(&["lint", "new.txt", "--off", "everything"]), Some(2));
    let found = json(&folder.printed(&["lint", "draft.txt", "--since", "old.txt", "--format", "json"]));
    assert_eq!((&found["findings"][0]["rule"], &found["findings"][0]["value"]), (&"bracketed".into(), &"[to report]".into()));
}

#[test]
fn doctor_says_how_a_text_was_read_and_what_to_do_next() {
    let folder = Folder::with_texts("doctor");
    let said = folder.printed(&["doctor", "old.txt"]);
    for line in [
        "file       plain text",
        "encoding   UTF-8",
        "layout     paragraphs: ",
        "           2 × operative",
        "next       rature diff",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
    folder.write("gap.txt", OLD.replace("2. Requests", "4. Requests"));
    let said = folder.printed(&["doctor", "gap.txt", "--layout", "paragraphs"]);
    assert!(said.contains("doubt      Paragraph 4. follows number 1") && said.contains("as --layout says"), "{said}");
    folder.write("letter.txt", "Dear colleague,\n\nplease find the draft enclosed.\n");
    let said = folder.printed(&["doctor", "letter.txt"]);
    assert!(said.contains("no numbered paragraph was found") && said.contains("try --layout lines"), "{said}");
    folder.write("letter.html", "<p>Dear colleague,<p>please find the draft enclosed.");
    let said = folder.printed(&["doctor", "letter.html"]);
    assert!(said.contains("no numbered paragraph was found") && !said.contains("--layout"), "of lines alone: {said}");
    let western: Vec<u8> = "L’Assemblée,\n\n1. Décide.\n".chars().map(|c| if c == '’' { 0x92 } else { c as u8 }).collect();
    folder.write("western.txt", western);
    let said = folder.printed(&["doctor", "western.txt"]);
    assert!(said.contains("windows-1252\u{a0}: deviné d’après ses lettres"), "{said}");
}

#[test]
fn shells_and_man_know_every_command() {
    let folder = Folder::new("man");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = folder.printed(&["completions", shell]);
        assert!(script.contains("rature") && script.contains("exit-code") && script.contains("doctor"), "{shell}");
    }
    folder.printed(&["man", "share/man1"]);
    let page = folder.read("share/man1/rature-diff.1");
    assert!(page.contains(".TH") && page.contains("rature diff") && page.contains("\\-\\-context"), "{page}");
    let help = folder.printed(&["--help"]);
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let own = |line: &&str| line.starts_with("  ") && !line.starts_with("   ");
    for command in commands.filter(own).filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help") {
        assert!(folder.0.join(format!("share/man1/rature-{command}.1")).is_file(), "{command}");
    }
}

#[test]
fn the_largest_file_that_is_read_is_said() {
    let folder = Folder::with_texts("largest");
    let size = OLD.len();
    folder.printed(&["read", "--max-size", &size.to_string(), "old.txt"]);
    assert!(folder.refused(&["read", "--max-size", &(size - 1).to_string(), "old.txt"]).contains("--max-size"));
    assert!(folder.refused(&["read", "--max-size", "1", "old.txt"]).contains("is larger than 1 byte: "));
}
