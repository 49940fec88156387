//! Keeping and finding what was said, beside the least that SQLite would have to do.
//!
//! Both sides write to the same file system with the same pragmas, in one run.

mod shared;

use std::{
    path::Path,
    sync::{
        Mutex, MutexGuard,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use api::{Actor, Workshop};
use chrono::{DateTime, Utc};
use criterion::Criterion;
use domain::{Diff, Event, EventId, Line, LineId, LineKind, Role, SessionId, Words};
use folkmoot_tests::plan;
use rusqlite::Connection;
use serde_json::{Value, json};
use shared::{median, promise, timed};
use store::Store;
use uuid::Uuid;

/// What `store` sets before its first statement.
const PRAGMAS: &str = "
    pragma locking_mode = exclusive;
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma foreign_keys = on;
    pragma secure_delete = on;
    pragma temp_store = memory;
    pragma cache_size = -16384;
    pragma wal_autocheckpoint = 4096;
";
const WORDS: &str = "4 It’s like the NHS and the Union Jack, you don’t sell that off. #pride";
/// Words that few lines hold all of: what somebody searches for.
const RARE: &str = "bus line 54321";
const MANY: usize = 100_000;
/// How many lines around the 1,000th of one study and up to the last of another are timed.
const LAST: usize = 400;
/// How many lines before those are kept one by one, as in an evening: what thousands kept at once
/// leave to be put in order is paid by the acts right after them.
const SETTLED: usize = 5_000;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let mut criterion = Criterion::default().sample_size(20).without_plots();

    let study = folder.path().join("Study.folkmoot");
    let mut evening = Evening::new(&study);
    let bare = bare(&folder.path().join("bare.sqlite"));
    // Both sides write into a log that has grown to its size: a growing one costs more.
    in_turn(1_000, || evening.keep(WORDS), || insert(&bare));
    let mut both = Pair::default();
    criterion.bench_function("a verbatim and a bare insert", |b| {
        b.iter_custom(|runs| {
            let part =
                in_turn(usize::try_from(runs).unwrap(), || evening.keep(WORDS), || insert(&bare));
            let sum = part.own.iter().chain(&part.bare).sum();
            both.own.extend(part.own);
            both.bare.extend(part.bare);
            sum
        });
    });

    println!("Filling the study up to {MANY} lines.");
    let Evening { workshop, session, now, kept } = evening;
    drop(workshop);
    fill(&study, session, now, MANY - LAST - SETTLED - kept);
    let workshop = Workshop::open(&study).unwrap();
    let now = now + chrono::TimeDelta::hours(1);
    let mut evening = Evening { workshop, session, now, kept: MANY - LAST - SETTLED };
    for _ in 0..SETTLED {
        evening.keep(WORDS);
    }
    let mut small = Evening::new(&folder.path().join("Small.folkmoot"));
    for _ in 0..1_000 - LAST / 2 {
        small.keep(WORDS);
    }
    // Turn about, so that it is the study that counts and not how the disk does just then.
    let late = in_turn(LAST, || evening.keep(WORDS), || small.keep(WORDS));
    drop(small);

    // As fast as somebody types, with nothing beside it and with a copy.
    let alone: Vec<Duration> = (0..LAST).map(|_| at_pace(|| evening.keep(WORDS))).collect();
    let (mut evening, copied) = while_copied(evening);

    let find = json!({"session": evening.session, "words": RARE});
    let search = each(&mut criterion, "full-text search", || evening.ask("search_lines", &find));
    drop(evening);
    let db = Connection::open(&study).unwrap();
    let scan = each(&mut criterion, "a LIKE scan", || scan(&db));
    criterion.final_summary();

    let mut kept = true;
    for (own, pair, other) in
        [("a verbatim", &both, "a bare insert"), ("line 100000", &late, "line 1000 of another")]
    {
        println!("{own}: {:?}; {other} in turn with it: {:?}", pair.own(), pair.bare());
    }
    kept &= promise("a verbatim beside a bare insert", both.ratio(), 2.0);
    kept &= promise("line 100000 beside line 1000 of another study", late.ratio(), 1.2);
    let (beside, worst) = (median(&copied), copied.iter().max().copied().unwrap_or_default());
    let alone = median(&alone);
    println!(
        "line 100000 while a copy is made: {beside:?}, the slowest of {} {worst:?}; at the same \
         pace without: {alone:?}",
        copied.len()
    );
    let ratio = beside.as_secs_f64() / alone.as_secs_f64();
    kept &= promise("line 100000 while a copy of all is made, beside none", ratio, 2.0);
    let ratio = search.as_secs_f64() / scan.as_secs_f64();
    kept &= promise(&format!("full-text search ({search:?}) beside a LIKE scan"), ratio, 0.1);
    if !kept {
        std::process::exit(1);
    }
}

/// What a line takes of somebody who types it: nobody types faster.
fn at_pace(keep: impl FnOnce()) -> Duration {
    let taken = timed(keep);
    thread::sleep(Duration::from_millis(10));
    taken
}

/// What each line takes that is kept while the study is copied, waiting for its turn included.
fn while_copied(evening: Evening) -> (Evening, Vec<Duration>) {
    let desk = Mutex::new(evening);
    let (mut times, done) = (Vec::new(), AtomicBool::new(false));
    thread::scope(|scope| {
        scope.spawn(|| {
            let begin = |mut desk: MutexGuard<Evening>| {
                let now = desk.now;
                desk.workshop.begin_copy(now).unwrap()
            };
            // As the window does it: see `desktop/copies.rs`.
            let copy = begin(desk.lock().unwrap());
            let ended = copy.make();
            assert!(ended.problem().is_none());
            desk.lock().unwrap().workshop.end_copy(ended);
            done.store(true, Ordering::Relaxed);
        });
        while !done.load(Ordering::Relaxed) {
            times.push(at_pace(|| desk.lock().unwrap().keep(WORDS)));
        }
    });
    (desk.into_inner().unwrap(), times)
}

/// Single runs of an act, and of what it is held against, in turn with it.
#[derive(Default)]
struct Pair {
    own: Vec<Duration>,
    bare: Vec<Duration>,
}

impl Pair {
    fn own(&self) -> Duration {
        median(&self.own)
    }

    fn bare(&self) -> Duration {
        median(&self.bare)
    }

    fn ratio(&self) -> f64 {
        self.own().as_secs_f64() / self.bare().as_secs_f64()
    }
}

fn in_turn(count: usize, mut own: impl FnMut(), mut bare: impl FnMut()) -> Pair {
    let mut pair = Pair::default();
    for _ in 0..count {
        pair.own.push(timed(&mut own));
        pair.bare.push(timed(&mut bare));
    }
    pair
}

/// Measures one act with criterion, and gives the median of its single runs.
fn each<T>(criterion: &mut Criterion, name: &str, mut act: impl FnMut() -> T) -> Duration {
    let mut times = Vec::new();
    criterion.bench_function(name, |b| {
        b.iter_custom(|runs| {
            let part: Vec<Duration> = (0..runs).map(|_| timed(&mut act)).collect();
            let sum = part.iter().sum();
            times.extend(part);
            sum
        });
    });
    median(&times)
}

/// A study with one evening under way.
struct Evening {
    workshop: Workshop,
    session: Uuid,
    now: DateTime<Utc>,
    kept: usize,
}

impl Evening {
    fn new(path: &Path) -> Self {
        let now = "2026-03-12T19:00:00Z".parse().unwrap();
        let session = Uuid::now_v7();
        let workshop = Workshop::new(path.parent().unwrap().to_owned());
        let mut evening = Self { workshop, session, now, kept: 0 };
        let new = json!({"name": "Bench", "method": "policy-ideas", "path": path});
        evening.ask("create_study", &new);
        evening.ask("plan_session", &plan(session, "Oxford")["with"]);
        let of_session = json!({"session": session});
        for seat in 1..=9 {
            let person = json!({"id": Uuid::now_v7(), "session": session, "seat": seat,
                "name": format!("Person {seat}")});
            evening.ask("seat_person", &person);
        }
        evening.ask("start_session", &of_session);
        evening
    }

    fn ask(&mut self, call: &str, with: &Value) -> Value {
        self.now += chrono::TimeDelta::milliseconds(200);
        self.workshop.call(Actor::Moderator, call, with.clone(), self.now, None).unwrap()
    }

    fn keep(&mut self, words: &str) {
        let line = json!({"id": Uuid::now_v7(), "session": self.session, "input": words});
        self.ask("keep_line", &line);
        self.kept += 1;
    }
}

/// Records lines a thousand to a transaction: the same acts as one by one, without the waiting.
fn fill(study: &Path, session: Uuid, at: DateTime<Utc>, count: usize) {
    let mut store = Store::open(study).unwrap();
    let session = SessionId(session);
    for part in 0..count.div_ceil(1_000) {
        let acts = |tx: &store::Tx| {
            for nth in part * 1_000..count.min((part + 1) * 1_000) {
                let line = Line {
                    id: LineId(Uuid::now_v7()),
                    session,
                    at,
                    kind: LineKind::Verbatim,
                    speakers: Vec::new(),
                    text: format!("Line {nth}: the bus came on time, and nobody could say why."),
                    activity: None,
                    idea: None,
                    lens: None,
                    codes: vec!["bus".to_owned()],
                    starred: false,
                    hands: None,
                };
                tx.record(&Event {
                    id: EventId(Uuid::now_v7()),
                    at,
                    session: Some(session),
                    by: Role::NoteTaker,
                    words: Words::new("did-keep-line"),
                    undoes: None,
                    undoable: true,
                    changes: vec![Diff::made(line).into()],
                })?;
            }
            Ok::<_, store::Error>(())
        };
        store.transact(acts).unwrap();
    }
}

/// A table of one text, the least that could be kept.
fn bare(path: &Path) -> Connection {
    let db = Connection::open(path).unwrap();
    db.execute_batch(PRAGMAS).unwrap();
    db.execute_batch("create table line (id text primary key, text text not null) strict").unwrap();
    db
}

fn insert(db: &Connection) {
    let mut insert = db.prepare_cached("insert into line (id, text) values (?1, ?2)").unwrap();
    insert.execute((Uuid::now_v7().to_string(), WORDS)).unwrap();
}

/// What a search would cost without an index.
fn scan(db: &Connection) -> usize {
    let sql = "select id from line where text like '%bus%' and text like '%line%' \
        and text like '%54321%'";
    let mut query = db.prepare_cached(sql).unwrap();
    query.query_map([], |row| row.get::<_, String>(0)).unwrap().count()
}
