//! What the program says beside what it makes: that a file was written, what is in it, what to do instead; and what it means when nobody types.

use std::process::Output;

use crate::folder::{Folder, NEW, OLD};

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn a_file_that_was_written_is_one_line() {
    let folder = Folder::with_texts("told-written");
    folder.write("third.txt", NEW.replace("20/Res.2", "21/Res.2").replace("twelve", "eleven"));
    folder.write("fr.txt", "L’Assemblée,\n\n1. Demande instamment à douze États de coopérer avec la Cour\u{a0};\n\n2. Prie le Bureau de faire rapport.\n");
    let lines = [
        (&["diff", "old.txt", "new.txt", "-o", "redline.html"][..], "redline.html: 2 reworded\n"),
        (&["diff", "old.txt", "new.txt", "-o", "redline.docx"], "redline.docx: 2 reworded\n"),
        (&["diff", "old.txt", "new.txt", "-o", "redline.json", "--ui-lang", "fr"], "redline.json: 2 paragraphes modifiés\n"),
        (
            &["diff", "old.txt", "old.txt", "-o", "a.md"],
            "a.md: The two texts do not differ\nrature: The two texts are the same, character for character: is it the right pair of files?\n",
        ),
        (&["table", "old.txt", "new.txt", "third.txt", "-o", "table.docx"], "table.docx: 3 texts\n"),
        (&["series", "old.txt", "new.txt", "third.txt", "-o", "a.html"], "a.html: 3 texts, ASP/19 to ASP/21\n"),
        (&["read", "old.txt", "-o", "a.json"], "a.json: 1 preambular paragraph, 2 operative paragraphs\n"),
        (&["doctor", "old.txt", "-o", "a.txt", "--ui-lang", "es"], "a.txt: escrito\n"),
        (&["counts", "old.txt", "new.txt", "-o", "a.csv"], "a.csv: written\n"),
    ];
    for (arguments, line) in lines {
        let output = folder.run(arguments);
        assert_eq!((said(&output).as_str(), output.stdout.len()), (line, 0), "{arguments:?}");
        assert_eq!(said(&folder.run(&[arguments, &["--quiet"]].concat())), "", "{arguments:?}");
        let seen = arguments.iter().position(|argument| *argument == "-o").filter(|_| !line.contains(".docx"));
        assert!(
            seen.is_none_or(|end| said(&folder.run(&arguments[..end])).is_empty()),
            "{arguments:?}: of what is seen nothing is said"
        );
    }
    let compiled = said(&folder.run(&["compile", "old.txt", "new.txt", "third.txt", "-o", "c.docx"]));
    assert!(compiled.starts_with("c.docx: ") && compiled.lines().count() == 1, "{compiled}");
    let concord = said(&folder.run(&["concord", "new.txt", "fr.txt", "-o", "v.html"]));
    assert!(concord.lines().last().unwrap().starts_with("v.html: "), "{concord}");
}

#[test]
fn what_is_grave_is_said_with_it() {
    let folder = Folder::with_texts("told-grave");
    let swapped = said(&folder.run(&["diff", "new.txt", "old.txt", "-o", "a.html"]));
    assert!(swapped.starts_with("a.html: 2 reworded\nrature: "), "{swapped}");
    assert!(swapped.contains("later"), "{swapped}");
    folder.write("fr.txt", "L’Assemblée,\n\n1. Demande instamment à douze États de coopérer avec la Cour\u{a0};\n\n2. Prie le Bureau de faire rapport.\n");
    let languages = said(&folder.run(&["diff", "old.txt", "fr.txt", "-o", "a.html", "--ui-lang", "en"]));
    assert!(languages.contains("\nrature: ") && languages.contains("language"), "{languages}");
}

#[test]
fn how_paragraphs_are_numbered_is_said() {
    let folder = Folder::with_texts("told-numbers");
    assert!(folder.printed(&["doctor", "old.txt"]).contains("OP 1 to 2, no gap\n"));
    folder.write("gap.txt", OLD.replace("2. Requests", "4. Requests"));
    assert!(folder.printed(&["doctor", "gap.txt"]).contains("OP 1 to 4, without 2–3\n"));
}

#[test]
fn a_name_that_was_torn_is_put_in_quotes() {
    let folder = Folder::with_texts("told-quotes");
    folder.write("our draft.txt", OLD);
    folder.write("new draft.txt", NEW);
    for (arguments, name) in [
        (&["diff", "our", "draft.txt", "new.txt"][..], "our draft.txt"),
        (&["diff", "our", "draft.txt"], "our draft.txt"),
        (&["our", "draft.txt", "new", "draft.txt"], "our draft.txt"),
        (&["diff", "old.txt", "new", "draft.txt", "-o", "a.html"], "new draft.txt"),
        (&["read", "our", "draft.txt"], "our draft.txt"),
    ] {
        let refused = folder.refused(arguments);
        assert!(refused.contains(&format!("did you mean \"{name}\"? put it in quotes")), "{arguments:?}: {refused}");
        assert_eq!(refused.lines().count(), 1, "{refused}");
    }
    assert!(!folder.refused(&["diff", "none.txt", "new.txt"]).contains("quotes"));
}

#[test]
fn a_pdf_is_printed_from_the_page() {
    let folder = Folder::with_texts("told-pdf");
    for command in [&["diff", "old.txt", "new.txt"][..], &["table", "old.txt", "new.txt"], &["series", "old.txt", "new.txt"]] {
        let refused = folder.refused(&[command, &["-o", "x.PDF"]].concat());
        assert!(refused.contains("rature writes no PDF") && refused.contains("docs/printing.md"), "{refused}");
    }
}

/// A folder with texts and a browser that writes down what it is told to open.
#[cfg(all(unix, not(target_os = "macos")))]
fn with_browser(name: &str) -> (Folder, std::path::PathBuf) {
    use std::os::unix::fs::PermissionsExt;

    let folder = Folder::with_texts(name);
    let browser = folder.0.join("browser.sh");
    folder.write("browser.sh", "#!/bin/sh\nprintf %s \"$1\" > \"$0.part\" && mv \"$0.part\" \"$0.opened\"\n");
    std::fs::set_permissions(&browser, std::fs::Permissions::from_mode(0o700)).unwrap();
    (folder, browser)
}

/// What the browser was told to open.
#[cfg(all(unix, not(target_os = "macos")))]
fn opened(folder: &Folder) -> String {
    for _ in 0..600 {
        if folder.0.join("browser.sh.opened").exists() {
            let opened = folder.read("browser.sh.opened");
            std::fs::remove_file(folder.0.join("browser.sh.opened")).unwrap();
            return opened;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("nothing was opened");
}

#[cfg(all(unix, not(target_os = "macos")))]
#[test]
fn a_page_is_opened_where_it_was_written_or_in_a_folder_of_its_own() {
    let (folder, browser) = with_browser("told-open");
    let run = |arguments: &[&str]| folder.command(arguments).env("BROWSER", &browser).env("TMPDIR", &folder.0).output().unwrap();
    assert_eq!(said(&run(&["diff", "old.txt", "new.txt", "-o", "a.html", "--open"])), "a.html: 2 reworded\n");
    assert_eq!(opened(&folder), folder.0.join("a.html").to_str().unwrap());
    let line = said(&run(&["diff", "old.txt", "new.txt", "--open"]));
    let page = opened(&folder);
    assert!(page.contains("/rature-") && page.ends_with("/old-new.html"), "{page}");
    assert_eq!(line, format!("{page}: 2 reworded\n"));
    assert!(std::fs::read_to_string(page).unwrap().contains("</html>"));
    assert!(folder.refused(&["diff", "old.txt", "new.txt", "-o", "a.docx", "--open"]).contains("name it .html"));
    assert!(folder.refused(&["diff", "old.txt", "new.txt", "--open", "--isolate"]).contains("leave out --isolate"));
    let without =
        folder.command(&["diff", "old.txt", "new.txt", "-o", "a.html", "--open"]).env("BROWSER", "").env("PATH", "").output();
    assert!(said(&without.unwrap()).contains("no browser was found: open "));
}

#[cfg(all(unix, not(target_os = "macos"), feature = "open"))]
#[test]
fn files_that_a_file_manager_gives_become_a_page_beside_them() {
    use std::process::Stdio;

    let (folder, browser) = with_browser("told-dropped");
    folder.write("third.txt", NEW.replace("20/Res.2", "21/Res.2"));
    let run = |arguments: &[&str], display: &str| {
        let mut command = folder.command(arguments);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).env("BROWSER", &browser);
        command.env("DISPLAY", display).env("TMPDIR", &folder.0).status().unwrap()
    };
    let [old, new, third] = ["old.txt", "new.txt", "third.txt"].map(|name| folder.0.join(name).to_string_lossy().into_owned());
    assert!(run(&[&old, &new], ":0").success());
    assert_eq!(opened(&folder), folder.0.join("old-new.html").to_str().unwrap());
    assert!(folder.read("old-new.html").contains("twelve"));
    assert!(run(&[&old, &new, &third], ":0").success());
    assert_eq!(opened(&folder), folder.0.join("old-third.html").to_str().unwrap());
    // In which order they were picked says nothing.
    assert!(run(&[&new, &old], ":0").success());
    assert_eq!(opened(&folder), folder.0.join("new-old.html").to_str().unwrap());
    assert!(
        folder.read("new-old.html").contains("<title>Redline: ICC-ASP/19/Res.2 → ICC-ASP/20/Res.2</title>"),
        "{}",
        folder.read("new-old.html")
    );
    // What somebody else wrote stays.
    folder.write("old-new.html", "my own");
    assert!(run(&[&old, &new], ":0").success());
    assert_eq!(opened(&folder), folder.0.join("old-new (2).html").to_str().unwrap());
    assert_eq!(folder.read("old-new.html"), "my own");
    // An error has no terminal either.
    folder.write("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    assert!(!run(&[&folder.0.join("old.doc").to_string_lossy(), &new], ":0").success());
    assert!(std::fs::read_to_string(opened(&folder)).unwrap().contains("save it as .docx"));
    // Without a screen, or where somebody reads the output, nothing of this.
    assert!(run(&[&old, &new], "").success());
    let read = folder.command(&[&old, &new]).env("BROWSER", &browser).env("DISPLAY", ":0").stdin(Stdio::null()).output().unwrap();
    assert!(String::from_utf8(read.stdout).unwrap().contains("twelve"));
    assert!(!folder.0.join("browser.sh.opened").exists() && !folder.0.join("old-new (3).html").exists());
}

#[cfg(all(unix, not(target_os = "macos"), feature = "open"))]
#[test]
fn a_double_click_opens_the_page() {
    use std::io::Write;
    use std::process::Stdio;

    let (folder, browser) = with_browser("told-clicked");
    let mut command = folder.command(&[]);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.env("BROWSER", &browser).env("DISPLAY", ":0").spawn().unwrap();
    let address = opened(&folder);
    let (host, path) = address.strip_prefix("http://").unwrap().split_once('/').unwrap();
    let asked = || {
        let mut stream = std::net::TcpStream::connect(host).unwrap();
        write!(stream, "GET /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        std::io::read_to_string(stream).unwrap()
    };
    let answers = [asked(), asked()];
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(host.starts_with("127.0.0.1:"), "{address}");
    assert!(
        answers[0].starts_with("HTTP/1.1 303 ") && answers[0].contains(&format!("location: http://{host}/")),
        "{}",
        answers[0]
    );
    assert!(!answers[0].contains(path), "it leads elsewhere");
    assert!(
        answers[1].starts_with("HTTP/1.1 403 "),
        "what others may see in the list of processes leads there once: {}",
        answers[1]
    );
}
