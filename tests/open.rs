//! `rature open`: the page in a real browser, and the server by itself, asked as no browser asks.

#![cfg(feature = "open")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use crate::browser::{folder, tools_or_skip};
use crate::folder::{Folder, NEW, OLD};

/// A running `rature open`, which does not outlive the test.
struct Opened {
    child: Child,
    /// `http://127.0.0.1:41234/9f3c…/`
    address: String,
}

impl Opened {
    fn new(folder: &Folder, arguments: &[&str]) -> Self {
        let mut command = folder.command(&[&["open", "--no-browser"], arguments].concat());
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut address = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut address).unwrap();
        Self { child, address: address.trim_end().to_owned() }
    }

    /// `127.0.0.1:41234`
    fn host(&self) -> &str {
        self.address.trim_start_matches("http://").split('/').next().unwrap()
    }

    /// `/9f3c…/`
    fn path(&self) -> &str {
        &self.address[self.address.find(self.host()).unwrap() + self.host().len()..]
    }

    fn connected(&self) -> TcpStream {
        let stream = TcpStream::connect(self.host()).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        stream
    }

    /// The whole answer to `request`.
    fn told(&self, request: &[u8]) -> String {
        let mut stream = self.connected();
        // The server may answer and close before it has heard all.
        let _ = stream.write_all(request);
        let mut answer = vec![];
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// The answer to a request with these headers beside the host.
    fn asked(&self, first: &str, headers: &str, body: &[u8]) -> String {
        let head = format!(
            "{first} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Length: {}\r\n{headers}\r\n",
            self.host(),
            body.len()
        );
        self.told(&[head.as_bytes(), body].concat())
    }

    /// The answer to a question of the page.
    fn answer(&self, head: &str, texts: &[u8]) -> String {
        let body = [&(head.len() as u32).to_le_bytes()[..], head.as_bytes(), texts].concat();
        let headers = format!("Origin: http://{}\r\nContent-Type: application/octet-stream\r\n", self.host());
        self.asked(&format!("POST {}ask", self.path()), &headers, &body)
    }

    /// How it ended, within a minute.
    fn ended(&mut self) -> Option<ExitStatus> {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(60) {
            if let Some(status) = self.child.try_wait().unwrap() {
                return Some(status);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        None
    }
}

impl Drop for Opened {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The question to make `what` of the two texts, called `names`.
fn redline(what: &str, form: &str, names: [&str; 2]) -> String {
    let text = |at: usize| serde_json::json!({ "name": names[at], "size": ([OLD, NEW][at].len()) });
    serde_json::json!({ "what": what, "form": form, "ui": "en", "headings": null, "texts": [text(0), text(1)] }).to_string()
}

fn is_refused(answer: &str) -> bool {
    answer.starts_with("HTTP/1.1 403 ") && !answer.to_lowercase().contains("access-control") && !answer.contains("<html")
}

#[test]
fn whoever_is_not_the_page_is_refused() {
    let opened = Opened::new(&Folder::new("open-refused"), &[]);
    let (host, path) = (opened.host(), opened.path());
    let page = opened.asked(&format!("GET {path}"), "", b"");
    assert!(page.starts_with("HTTP/1.1 200 ") && page.contains("<html lang=\"en\">"), "{page}");
    let wrong = path.replace(|c: char| c.is_ascii_digit(), "0").replace("00", "0f");
    assert_ne!(wrong, path);
    for (first, headers) in [
        (format!("GET {wrong}"), String::new()),
        ("GET /".to_owned(), String::new()),
        (format!("GET {path}"), "Origin: https://elsewhere.example\r\n".to_owned()),
        (format!("GET {path}"), "Sec-Fetch-Site: cross-site\r\n".to_owned()),
        (format!("POST {path}ask"), "Content-Type: application/octet-stream\r\n".to_owned()),
        (format!("POST {path}here"), "Origin: null\r\n".to_owned()),
        (format!("OPTIONS {path}ask"), format!("Origin: http://{host}\r\nAccess-Control-Request-Method: POST\r\n")),
        (format!("GET {path}../../etc/passwd"), String::new()),
    ] {
        let answer = opened.asked(&first, &headers, b"");
        assert!(is_refused(&answer), "{first} {headers}: {answer}");
    }
    // A name of the web that was bound to this machine, and the absolute form that would hide one.
    for request in [
        format!("GET {path} HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n"),
        format!("GET http://{host}{path} HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n"),
    ] {
        assert!(is_refused(&opened.told(request.as_bytes())), "{request}");
    }
}

#[test]
fn every_answer_says_what_a_browser_may_do_with_it() {
    let opened = Opened::new(&Folder::new("open-headers"), &[]);
    let made = opened.answer(&redline("redline", "page", ["a.txt", "b.txt"]), &[OLD, NEW].concat().into_bytes());
    let address = made.split("\"address\":\"").nth(1).unwrap_or_else(|| panic!("{made}")).split('"').next().unwrap();
    let page = opened.asked(&format!("GET {}", opened.path()), "", b"");
    let shown = opened.asked(&format!("GET {address}"), "", b"");
    for answer in [&page, &made, &shown] {
        for header in ["cache-control: no-store", "x-content-type-options: nosniff", "referrer-policy: no-referrer"] {
            assert!(answer.contains(header), "{header}: {answer}");
        }
    }
    let policy = |answer: &str| answer.lines().find(|line| line.starts_with("content-security-policy: ")).unwrap().to_owned();
    assert!(policy(&page).contains("default-src 'none'") && policy(&page).contains("frame-ancestors 'none'"));
    assert!(!policy(&page).contains("unsafe"));
    assert!(policy(&shown).contains("sandbox allow-scripts") && !policy(&shown).contains("allow-same-origin"));
    assert!(!shown.contains(opened.path().trim_matches('/')), "what was made does not know the secret");
    let gone = opened.asked("GET /made/00000000000000000000000000000000/a.html", "", b"");
    assert!(gone.starts_with("HTTP/1.1 404 ") && gone.contains("no longer kept"), "{gone}");
}

#[test]
fn names_of_files_cannot_leave_their_header_nor_their_folder() {
    let opened = Opened::new(&Folder::new("open-names"), &[]);
    let saved = |names: [&str; 2]| {
        let made = opened.answer(&redline("redline", "word", names), &[OLD, NEW].concat().into_bytes());
        let address =
            made.split("\"address\":\"").nth(1).unwrap_or_else(|| panic!("{made}")).split('"').next().unwrap().to_owned();
        let file = opened.asked(&format!("GET {address}?save"), "", b"");
        file.lines().find(|line| line.starts_with("content-disposition: ")).unwrap().to_owned()
    };
    assert_eq!(
        saved(["a\"b.docx", "../../Rés 20.pdf"]),
        "content-disposition: attachment; filename=\"a_b-R_s 20.docx\"; filename*=UTF-8''a_b-R%C3%A9s%2020.docx"
    );
    let split = saved(["x\r\nSet-Cookie: a=b\r\n.txt", "C:\\b.txt"]);
    assert!(split.ends_with("UTF-8''x__Set-Cookie_%20a_b__-b.docx"), "{split}");
}

#[test]
fn idle_connections_do_not_keep_the_page_waiting() {
    let opened = Opened::new(&Folder::new("open-idle"), &[]);
    // Some say nothing, some begin to ask and stop.
    let mut idle: Vec<TcpStream> = (0..40).map(|_| opened.connected()).collect();
    for stream in idle.iter_mut().skip(20) {
        stream
            .write_all(format!("POST {}ask HTTP/1.1\r\nHost: {}\r\nContent-Le", opened.path(), opened.host()).as_bytes())
            .unwrap();
    }
    let begun = Instant::now();
    assert!(opened.asked(&format!("GET {}", opened.path()), "", b"").starts_with("HTTP/1.1 200 "));
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
}

#[test]
fn a_question_that_is_none_or_too_large_is_refused_and_costs_nothing() {
    let opened = Opened::new(&Folder::new("open-questions"), &[]);
    for (head, texts) in [
        ("{}", ""),
        (r#"{"what":"table","form":"page","ui":"en","headings":null,"texts":[{"name":"a","size":9}]}"#, "1."),
        (r#"{"what":"table","form":"page","ui":"en","headings":null,"texts":[{"name":"a","size":2}]}"#, "1."),
        (r#"{"what":"read","form":"page","ui":"xx","headings":null,"texts":[{"name":"a","size":2}]}"#, "1."),
    ] {
        let answer = opened.answer(head, texts.as_bytes());
        assert!(answer.contains("{\"error\":\"What was asked for is not understood"), "{head}: {answer}");
    }
    let head = redline("redline", "word", ["a", "b"]).replace("\"redline\"", "\"series\"");
    assert!(opened.answer(&head, &[OLD, NEW].concat().into_bytes()).contains("not understood"), "a series has no Word file");
    // More than may come: nothing but the limit is held of it.
    let large = vec![b' '; 130 << 20];
    assert!(opened.answer(r#"{"what":"read"}"#, &large).contains("not understood"));
    let status = fs::read_to_string(format!("/proc/{}/status", opened.child.id())).unwrap_or_default();
    let most = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .and_then(|most| most.trim().split(' ').next()?.parse::<u64>().ok());
    assert!(most.is_none_or(|kilobytes| kilobytes < 400 << 10), "{most:?}");
    assert!(opened.asked(&format!("GET {}", opened.path()), "", b"").starts_with("HTTP/1.1 200 "));
}

#[test]
fn it_ends_by_itself_when_no_page_is_heard_of() {
    let mut opened = Opened::new(&Folder::new("open-ends"), &["--idle", "3"]);
    let here = format!("POST {}here", opened.path());
    for _ in 0..5 {
        std::thread::sleep(Duration::from_secs(1));
        let answer = opened.asked(&here, &format!("Origin: http://{}\r\n", opened.host()), b"");
        assert!(answer.starts_with("HTTP/1.1 204 "), "{answer}");
        // Who is refused is not heard of.
        assert!(is_refused(&opened.asked(&here, "Origin: null\r\n", b"")));
    }
    assert!(opened.ended().expect("it is still there").success());
}

#[test]
fn texts_are_read_in_a_process_of_its_own_and_nothing_is_written() {
    let folder = Folder::new("open-isolated");
    let opened = Opened::new(&folder, &["--max-memory", "64M"]);
    let large = OLD.to_owned() + &"3. Urges all States Parties to cooperate with the Court in every matter;\n\n".repeat(100_000);
    let head = serde_json::json!({ "what": "read", "form": "page", "ui": "fr", "headings": null,
        "texts": [{ "name": "large.txt", "size": large.len() }] });
    let answer = opened.answer(&head.to_string(), large.as_bytes());
    if cfg!(target_os = "linux") {
        assert!(answer.contains("Ce fichier demande plus de mémoire"), "{answer}");
    }
    let answer = opened.answer(&redline("redline", "page", ["a.txt", "b.txt"]), &[OLD, NEW].concat().into_bytes());
    assert!(answer.contains("2 reworded"), "{answer}");
    assert_eq!(folder.names(), [""; 0]);
    assert!(folder.refused(&["open", "--isolate=no"]).contains("reads what anybody sent"));
}

/// A PDF whose page is a picture.
fn scan() -> Vec<u8> {
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>endobj\n\
     3 0 obj<</Type/Page/Parent 2 0 R/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>endobj\n\
     4 0 obj<</Length 31>>stream\nq 595 0 0 842 0 0 cm /I Do Q   \nendstream endobj\n\
     5 0 obj<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>stream\n0\nendstream endobj\n\
     trailer<</Root 1 0 R>>\n"
        .into()
}

/// A PDF whose tree of pages holds itself.
fn cycle() -> Vec<u8> {
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000000000>>endobj\n\
     trailer<</Root 1 0 R>>\n"
        .into()
}

/// A Word file that unfolds to thousands of times its size.
fn bomb() -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(vec![]));
    zip.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(&vec![b' '; 24 << 20]).unwrap();
    zip.finish().unwrap().into_inner()
}

/// The texts that a person drops.
fn texts(place: &Path) {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    for (from, name) in [
        ("cooperation-en/2019.txt", "2019.txt"),
        ("cooperation-en/2020.txt", "2020.txt"),
        ("cooperation-en/2021-columns.pdf", "2021.pdf"),
        ("versions-archives/en.txt", "en.txt"),
        ("versions-archives/fr.txt", "fr.txt"),
        ("proposals-en/zero.txt", "zero.txt"),
        ("proposals-en/copies/Alba.txt", "Alba.txt"),
        ("proposals-en/copies/Borea.txt", "Borea.txt"),
    ] {
        fs::copy(fixtures.join(from), place.join(name)).unwrap();
    }
    let unreadable = [
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on".to_vec()),
        ("scan.pdf", scan()),
        ("cycle.pdf", cycle()),
        ("bomb.docx", bomb()),
        ("deep.html", format!("<!doctype html>{}<p>Urges all;", "<div>".repeat(200_000)).into_bytes()),
        ("program.exe", b"MZ\x00\x01\x02\x03\x00\x00\x07".repeat(40)),
        ("empty.txt", vec![]),
    ];
    for (name, bytes) in unreadable {
        fs::write(place.join(name), bytes).unwrap();
    }
}

#[test]
fn two_texts_are_dropped_on_the_page_and_their_redline_is_seen_and_saved() {
    let Some([chromium, node]) = tools_or_skip() else { return };
    let place = Folder::new("open-browser");
    let shots: PathBuf = place.0.join("shots");
    fs::create_dir_all(&shots).unwrap();
    texts(&place.0);
    let mut opened = Opened::new(&place, &["--idle", "8"]);
    let mut check = Command::new(node);
    check.arg(folder().join("open.mjs")).args([chromium.as_os_str(), opened.address.as_ref(), place.0.as_ref(), shots.as_ref()]);
    let run = check.output().unwrap();
    let said = [run.stdout, run.stderr].concat();
    assert!(said.is_empty(), "\n{}", String::from_utf8_lossy(&said));
    assert!(opened.ended().expect("the page is closed, and it is still there").success());
}
