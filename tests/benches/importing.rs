//! Ten thousand people from a recruiter's workbook, beside what calamine alone needs to read it.
//!
//! Both read the same file in one run, turn about; the medians are compared.

mod shared;

use std::{fs, hint::black_box, path::Path, time::Duration};

use api::Workshop;
use calamine::{Reader, Xlsx, open_workbook};
use folkmoot_tests::plan;
use rusqlite::Connection;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use serde_json::{Value, json};
use shared::{ask, median, promise, timed};
use uuid::Uuid;

const PEOPLE: u32 = 10_000;
/// As many as a table may have.
const SEATS: u32 = 80;
const RUNS: usize = 15;
/// What the project promises.
const LIMIT: f64 = 2.0;
/// As recruiters write them; a test of what they are taken for reads the same file.
const HEADINGS: &str = include_str!("../../src-tauri/crates/domain/tests/rules/headings.txt");

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let sheet = folder.path().join("Recruits.xlsx");
    fs::write(&sheet, workbook()).unwrap();
    let empty = folder.path().join("Study.folkmoot");
    make_study(&empty);

    let (mut alone, mut looked, mut brought, mut whole) = (vec![], vec![], vec![], vec![]);
    let (mut least, mut back) = (vec![], vec![]);
    for run in 0..RUNS {
        alone.push(timed(|| {
            let mut book: Xlsx<_> = open_workbook(&sheet).unwrap();
            let name = book.sheet_names()[0].clone();
            black_box(book.worksheet_range(&name).unwrap());
        }));
        let study = folder.path().join(format!("{run}.folkmoot"));
        fs::copy(&empty, &study).unwrap();
        let mut workshop = Workshop::open(&study).unwrap();
        let mut how = Value::Null;
        let look = timed(|| {
            how = read(&mut workshop, &sheet);
            let preview = ask(&mut workshop, "preview_import", &json!({"how": how, "count": 200}));
            assert_eq!(preview["out"], 0, "{preview}");
            assert_eq!(preview["ask"], 0);
            ask(&mut workshop, "weigh_import", &how);
        });
        let bring = timed(|| {
            let done = ask(&mut workshop, "import_people", &how);
            assert_eq!(done["people"], PEOPLE);
        });
        back.push(timed(|| drop(ask(&mut workshop, "undo_in_study", &json!({})))));
        drop(workshop);
        least.push(bare(&folder.path().join(format!("{run}.sqlite"))));
        looked.push(look);
        brought.push(bring);
        whole.push(look + bring);
    }
    let [alone, whole] = [median(&alone), median(&whole)];
    println!("calamine alone: {alone:?}; read, previewed and brought in: {whole:?}, of which");
    for (what, times) in [
        ("read and previewed", looked),
        ("brought in, on the disk", brought),
        ("the same rows put into a bare table, on the disk", least),
        ("taken back", back),
    ] {
        println!("  {what}: {:?}", median(&times));
    }
    let ratio = whole.as_secs_f64() / alone.as_secs_f64();
    let what = format!("{PEOPLE} people previewed and imported beside calamine alone");
    if !promise(&what, ratio, LIMIT) {
        std::process::exit(1);
    }
}

/// How the sheet is read, as it was guessed.
fn read(workshop: &mut Workshop, sheet: &Path) -> Value {
    let read = ask(workshop, "read_sheet", &json!({"path": sheet}));
    let first = &read["sheets"][0];
    let columns: Vec<&Value> =
        first["columns"].as_array().unwrap().iter().map(|column| &column["target"]).collect();
    json!({"path": sheet, "mark": read["mark"], "sheet": 0, "heading": first["heading"],
           "columns": columns})
}

/// What no import could do without: as many rows of as much text, in one table with one index,
/// flushed.
fn bare(path: &Path) -> Duration {
    let mut db = Connection::open(path).unwrap();
    db.execute_batch(
        "pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -16384;
         create table person (id text primary key, session text, seat integer, name text, sex text,
           age_band text, attributes text) strict;
         create index seated on person (session, seat);",
    )
    .unwrap();
    let attributes = json!({"age-group": "50 to 64", "children": "none", "health": "yes",
        "ethnicity": "White British", "grade": "ABC1"});
    let (attributes, session) = (attributes.to_string(), Uuid::now_v7().to_string());
    timed(|| {
        let tx = db.transaction().unwrap();
        let mut insert = tx.prepare("insert into person values (?, ?, ?, ?, ?, ?, ?)").unwrap();
        for n in 0..PEOPLE {
            let id = Uuid::now_v7().to_string();
            insert.execute((id, &session, n, name(n), "Female", "40–64", &attributes)).unwrap();
        }
        drop(insert);
        tx.commit().unwrap();
    })
}

/// A study with a seat for everybody.
fn make_study(path: &Path) {
    let mut workshop = Workshop::new(path.parent().unwrap().to_owned());
    let new = json!({"name": "Bench", "method": "policy-ideas", "path": path});
    ask(&mut workshop, "create_study", &new);
    for group in 1..=PEOPLE / SEATS {
        let mut with = plan(Uuid::now_v7(), "Oxford")["with"].clone();
        with["plan"]["group"] = json!(format!("Table {group}"));
        with["plan"]["seats"] = json!(SEATS);
        ask(&mut workshop, "plan_session", &with);
    }
    ask(&mut workshop, "close_study", &json!({}));
}

/// A list as a recruiter sends it, of people who do not exist.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(HEADINGS.lines().chain(["Notes"])) {
        sheet.write(0, column, heading).unwrap();
    }
    for n in 0..PEOPLE {
        let row = n + 1;
        sheet.write(row, 0, format!("Table {}", n / SEATS + 1)).unwrap();
        let (first, last) = (name(n % SEATS), name(n * 7 + 3));
        sheet.write(row, 1, format!("{first} {last}")).unwrap();
        sheet.write(row, 2, if n % 2 == 0 { "F" } else { "m" }).unwrap();
        let year = u16::try_from(1960 + n % 40).unwrap();
        let born = ExcelDateTime::from_ymd(
            year,
            u8::try_from(1 + n % 12).unwrap(),
            u8::try_from(1 + n % 28).unwrap(),
        );
        sheet.write_with_format(row, 3, born.unwrap(), &day).unwrap();
        sheet.write(row, 4, ["A", "B", "C1", "C2", "D"][n as usize % 5]).unwrap();
        sheet.write(row, 5, if n % 3 == 0 { "Y" } else { "n" }).unwrap();
        sheet.write(row, 6, if n % 5 == 0 { "Y" } else { "N" }).unwrap();
        sheet.write(row, 7, if n % 4 == 0 { "Indian" } else { "WB" }).unwrap();
        sheet.write(row, 8, format!("07700 9{n:05}")).unwrap();
        sheet.write(row, 9, format!("{first}{n}@example.org")).unwrap();
        sheet.write(row, 10, 50).unwrap();
        sheet.write(row, 11, format!("Rang on day {}, can come by bus", n % 30)).unwrap();
    }
    book.save_to_buffer().unwrap()
}

/// A name that nobody has, another for each number.
fn name(n: u32) -> String {
    let parts = ["ba", "de", "fi", "go", "lu", "ma", "ne", "ri", "so", "tu"];
    let part = |at: u32| parts[(n / at % 10) as usize];
    let word = format!("{}{}{}", part(1), part(10), part(100));
    word[..1].to_uppercase() + &word[1..]
}
