//! Merging a record that was kept apart into a study of 100,000 lines: beside one of 10,000, since
//! what a line costs may not grow with the lines there are, and beside reading the journal of the
//! study once, since what comes is little and no more than that is to be put together.

mod shared;

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use api::Workshop;
use serde_json::json;
use shared::{Size, ask, make, median, promise, timed};
use store::Store;
use uuid::Uuid;

const SMALL: Size = Size { sessions: 63, lines: 10_000 };
const LARGE: Size = Size { sessions: 513, lines: 100_000 };
/// What each laptop noted while they were apart.
const APART: usize = 100;
const RUNS: usize = 3;
/// How much more a line may cost among ten times as many.
const LIMIT: f64 = 1.3;
/// How much looking and merging may cost beside reading all that is there. Merging makes a copy of
/// the study first.
const BESIDE_READING: [f64; 2] = [0.5, 3.0];

fn main() {
    let home = tempfile::tempdir().unwrap();
    let [small, large] = [SMALL, LARGE].map(|size| apart(home.path(), size));
    let mut times = [[Vec::new(), Vec::new()], [Vec::new(), Vec::new()]];
    let mut reading = Vec::new();
    for run in 0..RUNS {
        for ((ours, theirs), [looked, merged]) in [&small, &large].into_iter().zip(&mut times) {
            let study = home.path().join(format!("{run}.folkmoot"));
            fs::copy(ours, &study).unwrap();
            let mut workshop = Workshop::open(&study).unwrap();
            let other = json!({"path": theirs});
            looked.push(timed(|| ask(&mut workshop, "preview_merge", &other)));
            merged.push(timed(|| ask(&mut workshop, "merge", &other)));
            drop(workshop);
            fs::remove_file(&study).unwrap();
        }
        let mut store = Store::open(&large.0).unwrap();
        reading.push(timed(|| store.read(|tx| tx.whole_record()).unwrap()));
    }
    let reading = median(&reading);
    println!("read: {reading:?}, the journal of {} lines", LARGE.lines);
    let mut kept = true;
    let [small, large] = times;
    for (what, small, large, limit) in [
        ("looked at", &small[0], &large[0], BESIDE_READING[0]),
        ("merged", &small[1], &large[1], BESIDE_READING[1]),
    ] {
        let each = |times: &[Duration], size: Size| {
            median(times).as_secs_f64() / f64::from(u32::try_from(size.lines).unwrap())
        };
        println!("{what}: {:?}, {:?} of {} lines", median(small), median(large), LARGE.lines);
        let ratio = each(large, LARGE) / each(small, SMALL);
        kept &= promise(
            &format!("a line {what} among {} beside {}", LARGE.lines, SMALL.lines),
            ratio,
            LIMIT,
        );
        let ratio = median(large).as_secs_f64() / reading.as_secs_f64();
        let what = format!("{APART} lines {what} among {}, beside reading those", LARGE.lines);
        kept &= promise(&what, ratio, limit);
    }
    if !kept {
        std::process::exit(1);
    }
}

/// A study, and a copy of it, in each of which something was noted since.
fn apart(home: &Path, size: Size) -> (PathBuf, PathBuf) {
    let ours = home.join(format!("{} ours.folkmoot", size.lines));
    let theirs = home.join(format!("{} theirs.folkmoot", size.lines));
    let mut workshop = Workshop::new(home.to_owned());
    ask(&mut workshop, "explore_example", &json!({}));
    let example = ask(&mut workshop, "study", &json!({}));
    make(&mut workshop, &ours.display().to_string(), &example, size);
    fs::copy(&ours, &theirs).unwrap();
    for (path, whose) in [(&ours, "our"), (&theirs, "their")] {
        ask(&mut workshop, "open_study", &json!({"path": path}));
        let page = ask(&mut workshop, "sessions", &json!({}));
        let session = &page["cards"][0]["session"]["id"];
        for nth in 0..APART {
            let line = json!({"id": Uuid::now_v7(), "session": session,
                              "input": format!("Line {nth} of {whose} own")});
            ask(&mut workshop, "keep_line", &line);
        }
        ask(&mut workshop, "close_study", &json!({}));
    }
    (ours, theirs)
}
