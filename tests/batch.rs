//! Many jobs in one run: order, failures, parts, and going on after a stop.

// Helpers of tests may panic like tests.

use rature::batch::{BatchOptions, Counts, Done, Wanted, batch, in_order};

fn job(id: &str, count: usize) -> String {
    let text = |n: usize| format!("The Assembly,\\n1. Urges {n} States to report every year on the arrests that they have made;");
    format!(r#"{{"id": "{id}", "texts": [{{"text": "{}"}}, {{"text": "{}"}}]}}"#, text(count), text(count + 1))
}

fn jobs(count: usize) -> String {
    (0..count).map(|at| job(&format!("job {at}"), at) + "\n").collect()
}

fn run(input: &str, earlier: &str, options: &BatchOptions) -> (String, Counts) {
    let mut output = vec![];
    let done = Done::of(earlier.as_bytes());
    let counts = batch((input.as_bytes(), "jobs"), &mut output, &done, options, || ()).unwrap();
    (earlier[..done.whole()].to_owned() + &String::from_utf8(output).unwrap(), counts)
}

fn ids(output: &str) -> Vec<String> {
    let id = |line: &str| serde_json::from_str::<serde_json::Value>(line).unwrap()["id"].as_str().unwrap().to_owned();
    output.lines().map(id).collect()
}

#[test]
fn lines_come_out_in_the_order_in_which_jobs_came_in() {
    let (output, counts) = run(&jobs(1_200), "", &BatchOptions::default());
    assert_eq!(ids(&output), (0..1_200).map(|at| format!("job {at}")).collect::<Vec<_>>());
    assert_eq!(counts, Counts { done: 1_200, failed: 0, skipped: 0 });
    let first: serde_json::Value = serde_json::from_str(output.lines().next().unwrap()).unwrap();
    assert_eq!(first["steps"][0]["summary"]["words_inserted"], 1);
}

#[test]
fn a_job_that_fails_is_a_line_and_the_run_goes_on() {
    let input =
        format!("{}\nnot a job\n{{\"id\": 7, \"texts\": [\"nowhere.txt\", \"nowhere.txt\"]}}\n{}\n", job("a", 1), job("b", 2));
    let (output, counts) = run(&input, "", &BatchOptions::default());
    assert_eq!(ids(&output), ["a", "line 2", "7", "b"]);
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
    let earlier = lines[..3].concat() + &failed("job 1");
    assert_eq!(Done::of(earlier.as_bytes()).failed(), 3);
    let (resumed, counts) = run(&input, &earlier, &BatchOptions::default());
    assert_eq!(counts, Counts { done: 3, failed: 0, skipped: 1 });
    assert_eq!(String::from_utf8(in_order(resumed.as_bytes())).unwrap(), whole);
    assert_eq!(in_order(whole.as_bytes()), whole.as_bytes());
}

#[test]
fn a_job_can_give_its_redline_or_its_series() {
    let of = |wanted| {
        let mut options = BatchOptions::default();
        options.wanted = wanted;
        serde_json::from_str::<serde_json::Value>(&run(&jobs(1), "", &options).0).unwrap()
    };
    assert_eq!(of(Wanted::Redline)["steps"][0]["schema"], "rature/redline/1");
    assert_eq!(of(Wanted::Series)["series"]["schema"], "rature/series/1");
}
