//! The jobs of a batch: any lines. Each that is not blank has one line of JSON, and a run that goes on from a part of these gives all.
#![no_main]

use std::io::Cursor;

use rature::batch::{BatchOptions, Counts, Done, batch};

/// What a run gives that goes on from `earlier`, with that.
fn run(jobs: &[u8], earlier: &[u8]) -> (Vec<u8>, Counts) {
    let mut options = BatchOptions::default();
    (options.reading, options.max_size) = (rature_fuzz::options(), 4096);
    let done = Done::of(earlier).expect("memory");
    let mut output = earlier[..usize::try_from(done.whole()).expect("memory")].to_vec();
    output.extend_from_slice(if done.is_to_be_ordered() { b"\n" } else { b"" });
    let counts = batch((jobs, "jobs"), &mut output, done, &options, || ()).expect("memory");
    (output, counts)
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let line = |line: &[u8]| !line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line).trim_ascii().is_empty();
    let (whole, counts) = run(bytes, b"");
    assert_eq!(counts.done, bytes.split(|byte| *byte == b'\n').filter(|bytes| line(bytes)).count());
    assert_eq!(counts.done, whole.iter().filter(|byte| **byte == b'\n').count());
    for line in whole.split_inclusive(|byte| *byte == b'\n') {
        serde_json::from_slice::<serde_json::Value>(line).expect("JSON");
    }
    let cut = bytes.len() * 7 % (whole.len() + 1);
    let first = whole[..cut].split_inclusive(|byte| *byte == b'\n').next().unwrap_or_default();
    assert!(Done::is_ours(first));
    let (resumed, _) = run(bytes, &whole[..cut]);
    let (mut ordered, done) = (vec![], Done::of(&resumed[..]).expect("memory"));
    done.put_in_order(&mut Cursor::new(&resumed), &mut ordered).expect("memory");
    assert!(ordered == whole, "cut at {cut}");
});
