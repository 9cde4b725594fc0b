//! Many jobs in one run: order, failures, parts, and going on after a stop.

use std::io::{Cursor, Read, Write};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use rature::batch::{BatchOptions, Counts, Done, Isolation, Wanted, batch};
use serde_json::Value;

fn job(id: &str, count: usize) -> String {
    let text = |n: usize| format!("The Assembly,\\n1. Urges {n} States to report every year on the arrests that they have made;");
    format!(r#"{{"id": "{id}", "texts": [{{"text": "{}"}}, {{"text": "{}"}}]}}"#, text(count), text(count + 1))
}

fn jobs(count: usize) -> String {
    (0..count).map(|at| job(&format!("job {at}"), at) + "\n").collect()
}

fn run(input: &(impl AsRef<[u8]> + ?Sized), earlier: &str, options: &BatchOptions) -> (String, Counts) {
    let done = Done::of(earlier.as_bytes()).unwrap();
    let kept = &earlier[..usize::try_from(done.whole()).unwrap()];
    let part = if done.is_to_be_ordered() { "\n" } else { "" };
    let mut output = vec![];
    let counts = batch((input.as_ref(), "jobs"), &mut output, done, options, || ()).unwrap();
    (kept.to_owned() + part + &String::from_utf8(output).unwrap(), counts)
}

/// `output` as it stands when its run has come to its end.
fn in_order(output: &str) -> String {
    let mut ordered = vec![];
    let done = Done::of(output.as_bytes()).unwrap();
    done.put_in_order(&mut Cursor::new(output), &mut ordered).unwrap();
    String::from_utf8(ordered).unwrap()
}

fn read(output: &str) -> Vec<Value> {
    output.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn ids(output: &str) -> Vec<Value> {
    read(output).iter().map(|line| line["id"].clone()).collect()
}

fn errors(output: &str) -> Vec<String> {
    read(output).iter().map(|line| line["error"].as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn lines_come_out_in_the_order_in_which_jobs_came_in() {
    let (output, counts) = run(&jobs(1_200), "", &BatchOptions::default());
    assert_eq!(ids(&output), (0..1_200).map(|at| format!("job {at}")).collect::<Vec<_>>());
    assert_eq!(counts, Counts { done: 1_200, failed: 0, skipped: 0 });
    assert_eq!(read(&output)[0]["steps"][0]["summary"]["words_inserted"], 1);
}

#[test]
fn a_job_that_fails_is_a_line_and_the_run_goes_on() {
    let input =
        format!("{}\nnot a job\n{{\"id\": 7, \"texts\": [\"nowhere.txt\", \"nowhere.txt\"]}}\n{}\n", job("a", 1), job("b", 2));
    let (output, counts) = run(&input, "", &BatchOptions::default());
    assert_eq!(ids(&output), [Value::from("a"), "line 2".into(), 7.into(), "b".into()]);
    assert_eq!(counts.failed, 2);
    assert!(output.lines().nth(2).unwrap().contains("nowhere.txt: cannot be found"), "{output}");
}

#[test]
fn parts_together_are_the_whole() {
    let input = jobs(10);
    let (whole, _) = run(&input, "", &BatchOptions::default());
    let part = |part| {
        let mut options = BatchOptions::default();
        options.shard = (part, 3);
        run(&input, "", &options).0
    };
    let mut parts: Vec<String> = (1..=3).flat_map(|at| part(at).lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    let mut lines: Vec<String> = whole.lines().map(str::to_owned).collect();
    parts.sort();
    lines.sort();
    assert_eq!(parts, lines);
}

#[test]
fn a_stopped_run_goes_on_where_it_was() {
    let input = jobs(20);
    let (whole, _) = run(&input, "", &BatchOptions::default());
    for cut in [0, 1, whole.len() / 3, whole.len() - 1, whole.len()] {
        let (resumed, counts) = run(&input, &whole[..cut], &BatchOptions::default());
        assert_eq!(resumed, whole, "cut at {cut}");
        assert_eq!(counts.done + counts.skipped, 20);
    }
}

#[test]
fn a_job_that_failed_is_tried_again_and_its_line_takes_the_place_of_the_old_one() {
    let failed = |id: &str| format!("{{\"id\":\"{id}\",\"error\":\"old.txt: cannot be found\"}}\n");
    let input = jobs(4);
    let (whole, _) = run(&input, "", &BatchOptions::default());
    let mut lines: Vec<String> = whole.lines().map(|line| format!("{line}\n")).collect();
    (lines[1], lines[2]) = (failed("job 1"), failed("job 2"));
    // The run before was stopped when it had tried one of them again, and it had failed again.
    let earlier = lines[..3].concat() + "\n" + &failed("job 1");
    assert_eq!(Done::of(earlier.as_bytes()).unwrap().failed(), 2);
    let (resumed, counts) = run(&input, &earlier, &BatchOptions::default());
    assert_eq!(counts, Counts { done: 3, failed: 0, skipped: 1 });
    assert_eq!(in_order(&resumed), whole);
    assert_eq!(in_order(&whole), whole);
}

#[test]
fn a_job_can_give_its_redline_or_its_series() {
    let of = |wanted| {
        let mut options = BatchOptions::default();
        options.wanted = wanted;
        read(&run(&jobs(1), "", &options).0).remove(0)
    };
    assert_eq!(of(Wanted::Redline)["steps"][0]["schema"], "rature/redline/1");
    assert_eq!(of(Wanted::Series)["series"]["schema"], "rature/series/1");
}

#[test]
fn a_line_that_is_no_job_is_an_error_line_and_the_run_goes_on() {
    let good = job("good", 1);
    let long = format!(r#"{{"id": "long", "texts": ["{}", "b"]}}"#, "a".repeat(17 << 20));
    let bad: [(&[u8], &str); 8] = [
        (b"{\"id\": \"a\xff\", \"texts\": [\"a\", \"b\"]}", "line 2 is no UTF-8"),
        (b"\xff\xfe{\0}\0", "line 2 is no UTF-8"),
        (b"{\"id\": \"a\0\", \"texts\": [\"a\", \"b\"]}", "line 2 is no job (control character"),
        (b"\0", "line 2 is no job"),
        (b"{\"id\": \"a\", \"texts\": [\"a\"", "line 2 is no job (EOF"),
        (&b"[".repeat(100_000), "line 2 is no job (EOF while parsing a list at column 100000)"),
        (b"{\"id\": \"a\", \"texts\": [\"a\\u0000\", \"b\"]}", "cannot be opened"),
        (long.as_bytes(), "line 2 is longer than 16777216 bytes: give its texts as files, or raise --max-size"),
    ];
    let mut options = BatchOptions::default();
    options.max_size = 1 << 20;
    for (bad, said) in bad {
        let (output, counts) = run(&[good.as_bytes(), bad, good.as_bytes()].join(&b'\n'), "", &options);
        assert_eq!((counts.done, counts.failed), (3, 1), "{output}");
        assert!(errors(&output)[1].contains(said), "{said}: {output}");
    }
}

#[test]
fn a_line_that_is_no_job_keeps_the_id_that_it_has() {
    let (output, _) = run(r#"{"id": "mine", "text": []}"#, "", &BatchOptions::default());
    assert_eq!(ids(&output), ["mine"]);
}

#[test]
fn a_byte_order_mark_is_no_part_of_a_job() {
    let (output, counts) = run(&format!("\u{feff}{}\n", job("a", 1)), "", &BatchOptions::default());
    assert_eq!((counts.failed, ids(&output)), (0, vec![Value::from("a")]));
}

#[test]
fn a_text_in_a_line_is_no_larger_than_a_file_may_be() {
    let mut options = BatchOptions::default();
    options.max_size = 20;
    let (output, _) = run(&job("a", 1), "", &options);
    assert_eq!(errors(&output), ["text 1: is larger than 20 bytes: raise --max-size if it is the right file"]);
}

/// Input that comes a line at a time, each when all lines before it have been answered.
struct InTurn {
    lines: Vec<String>,
    answered: Arc<(Mutex<usize>, Condvar)>,
    given: usize,
}

impl Read for InTurn {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let (answered, is_more) = &*self.answered;
        let is_waiting = |answered: &mut usize| *answered < self.given;
        let waited = is_more.wait_timeout_while(answered.lock().unwrap(), Duration::from_secs(60), is_waiting).unwrap();
        assert!(!waited.1.timed_out(), "no line for job {}", self.given);
        let Some(line) = self.lines.get(self.given) else { return Ok(0) };
        self.given += 1;
        buffer[..line.len()].copy_from_slice(line.as_bytes());
        Ok(line.len())
    }
}

/// An output that counts lines when they are flushed.
struct Counted(usize, Arc<(Mutex<usize>, Condvar)>);

impl Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.split(|byte| *byte == b'\n').count() - 1;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        *self.1.0.lock().unwrap() = self.0;
        self.1.1.notify_all();
        Ok(())
    }
}

#[test]
fn a_line_is_written_as_soon_as_it_can_be() {
    let answered = Arc::new((Mutex::new(0), Condvar::new()));
    let lines = (0..20).map(|at| job(&at.to_string(), at) + "\n").collect();
    let input = InTurn { lines, answered: Arc::clone(&answered), given: 0 };
    let mut output = Counted(0, answered);
    let counts = batch((input, "jobs"), &mut output, Done::default(), &BatchOptions::default(), || ()).unwrap();
    assert_eq!((counts.done, output.0), (20, 20));
}

#[test]
fn a_number_and_the_string_of_its_digits_are_two_ids() {
    let job = |id: &str| job("x", 1).replace("\"x\"", id) + "\n";
    let input = ["1", "\"1\"", "1.0", "12345678901234567890123", "12345678901234567890124", "\"\\u00e9\"", "\"\\u202e\""];
    let input: Vec<String> = input.into_iter().map(job).collect();
    let (whole, _) = run(&input.concat(), "", &BatchOptions::default());
    assert!(whole.starts_with("{\"id\":1,") && whole.contains("{\"id\":\"1\",") && whole.contains("{\"id\":\"é\","), "{whole}");
    let lines: Vec<&str> = whole.split_inclusive('\n').collect();
    for without in 0..lines.len() {
        let (earlier, counted) = ([&lines[..without], &lines[without + 1..]].concat().concat(), lines.len() - 1);
        let (resumed, counts) = run(&input.concat(), &earlier, &BatchOptions::default());
        assert_eq!((counts.done, counts.skipped), (1, counted), "{}", lines[without]);
        assert_eq!(resumed, earlier + lines[without]);
    }
}

#[test]
fn an_id_that_stands_twice_has_two_lines_wherever_the_run_was_stopped() {
    let input: String = (0..30).map(|at| job(["twice", "thrice", "twice"][at % 3], at) + "\n").collect();
    let (whole, _) = run(&input, "", &BatchOptions::default());
    assert_eq!(whole.lines().count(), 30);
    for cut in (0..whole.len()).step_by(257) {
        assert_eq!(run(&input, &whole[..cut], &BatchOptions::default()).0, whole, "cut at {cut}");
    }
}

/// Jobs of one id, some of which fail at first, in runs that are each stopped after some more of their bytes.
#[test]
fn a_job_that_failed_is_told_from_others_of_its_id() {
    let input: String = (0..9).map(|at| job("same", at) + "\n").collect();
    let (whole, _) = run(&input, "", &BatchOptions::default());
    let failed = "{\"id\":\"same\",\"error\":\"old.txt: cannot be found\"}\n";
    for (first, stopped) in (1..9).flat_map(|first| (0..1_200).step_by(97).map(move |stopped| (first, stopped))) {
        let lines = whole.split_inclusive('\n').enumerate().take(first);
        let mut output: String = lines.map(|(at, line)| if at % 3 == 1 { failed } else { line }).collect();
        while Done::of(output.as_bytes()).unwrap().failed() > 0 || output.lines().count() < 9 {
            let before = output.len();
            output = run(&input, &output, &BatchOptions::default()).0;
            output.truncate(output.len().min(before + stopped + 200));
        }
        let (resumed, _) = run(&input, &output, &BatchOptions::default());
        assert_eq!(in_order(&resumed), whole, "{first} lines, {stopped} bytes");
    }
}

#[test]
fn a_run_does_not_go_on_from_one_that_wrote_something_else() {
    let all = [Wanted::Summary, Wanted::Findings, Wanted::Redline, Wanted::Series];
    let options = |wanted| {
        let mut options = BatchOptions::default();
        options.wanted = wanted;
        options
    };
    for earlier in all {
        let done = Done::of(run(&jobs(2), "", &options(earlier)).0.as_bytes()).unwrap();
        for wanted in all {
            assert_eq!(done.clash(&options(wanted)).is_some(), wanted != earlier, "{wanted:?} after {earlier:?}");
        }
        let mut french = options(earlier);
        french.reading.language = Some(rature::language::Language::Fr);
        assert!(done.clash(&french).is_some_and(|[_, ours]| ours.ends_with(" --lang fr")));
        assert!(Done::of(run(&jobs(1), "", &french).0.as_bytes()).unwrap().clash(&french).is_none());
        // What was read within limits reads the same within wider ones.
        let mut wider = options(earlier);
        wider.max_size *= 2;
        assert!(done.clash(&wider).is_none());
    }
}

#[test]
fn jobs_are_no_output_to_write_over() {
    for ours in ["", "{\"", "{\"id\":1,\"steps\":[{\"summary\":1}]}\n", "{\"id\":\"a\",\"error\":\"b\"}\n", "{\"id\":\"a\",\"st"]
    {
        assert!(Done::is_ours(ours.as_bytes()), "{ours}");
    }
    for foreign in ["{\"id\":\"a\",\"texts\":[\"a\",\"b\"]}\n", "{\"id\":\"a\",\"texts\":[]}", "{\"id\":1\n", "text"] {
        assert!(!Done::is_ours(foreign.as_bytes()), "{foreign}");
    }
}

/// The error of a job that a shell script is asked to do.
#[cfg(unix)]
fn asked(script: &str) -> String {
    let mut isolation = Isolation::again(["-c", script]).unwrap();
    (isolation.program, isolation.seconds) = ("/bin/sh".into(), 1);
    let mut options = BatchOptions::default();
    options.isolation = Some(isolation);
    let (output, counts) = run(&jobs(3), "", &options);
    assert_eq!((counts.done, counts.failed), (3, 3));
    errors(&output).swap_remove(1)
}

#[cfg(unix)]
#[test]
fn a_process_that_ends_without_an_answer_is_an_error_of_its_job() {
    let aborted = "job 1: ended the process that did it (signal: 6 (SIGABRT)";
    assert!(asked("kill -ABRT $$").starts_with(aborted), "{}", asked("kill -ABRT $$"));
    assert!(asked("exit 7").starts_with("job 1: ended the process that did it (exit status: 7)"));
    assert!(
        asked("echo \"thread 'x' has overflowed its stack\" >&2; exit 1").starts_with("job 1: nests deeper than can be read")
    );
    let memory = asked("echo memory allocation of 9 bytes failed >&2; exit 1");
    assert_eq!(memory, "job 1: needs more memory than 4G: if you trust its texts, allow more with --max-memory");
    let time = asked("exec sleep 60");
    assert_eq!(time, "job 1: takes longer than 1 second: if you trust its texts, allow more with --max-time");
}
