//! Measures what the project promises about whole processes, and prints the ratios.
//!
//! The things compared run in turn, so that a slow minute of the machine is slow for all of them;
//! a promise is kept or not by the medians, and the quickest runs are printed beside them. `make
//! bench` builds what is needed and runs it; `measure start`, `measure summary`, `measure example`
//! and `measure posters` do one part.

mod posters;

use std::{
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use fantoccini::{
    Client, ClientBuilder, Locator,
    actions::{InputSource, KeyAction, KeyActions},
};
use folkmoot_tests::{Desk, Key, app, busy_study, demo, folkmoot};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

const STARTS: usize = 15;
const PRINTS: usize = 15;
const EXAMPLES: usize = 5;

/// The first screen: a card of the library that can be opened.
const LIBRARY: &str = "[data-test=study-card]";
/// The first screen of a study: the last of its thirteen sessions.
const SESSIONS: &str = "tr:nth-child(13) [data-test=session]";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let part = env::args().nth(1);
    let wanted = |name: &str| part.as_deref().is_none_or(|part| part == name);
    let folder = tempfile::tempdir().unwrap();
    let study = demo(folder.path());
    let mut kept = true;
    if wanted("start") {
        let busy = folder.path().join("Busy.folkmoot");
        busy_study(&busy, 13, 3_000);
        kept &= starts(&study, &busy).await;
    }
    if wanted("summary") {
        kept &= summaries(&study, folder.path());
    }
    if wanted("example") {
        kept &= examples(folder.path());
    }
    if wanted("posters") {
        kept &= posters::posters(&study, folder.path());
    }
    if !kept {
        std::process::exit(1);
    }
}

/// The window's start, beside a bare one's, and with a study of thirteen groups.
async fn starts(study: &Path, busy: &Path) -> bool {
    let bare = app().parent().unwrap().join("examples/bare").display().to_string();
    let own = app().display().to_string();
    let busy = busy.display().to_string();
    // The first start of all warms the disk's cache, and says what this machine's windows are told.
    let (_, told) = start(study, &own, &[], LIBRARY).await;
    let with_settings: Vec<&str> = told.iter().map(String::as_str).chain([&*bare]).collect();

    let mut bare = Timed::new("a bare window");
    let mut library = Timed::new("Folkmoot, with the library");
    let mut thirteen = Timed::new("with 13 sessions and 3,000 lines");
    for _ in 0..STARTS {
        bare.push(start(study, "/usr/bin/env", &with_settings, "h1").await.0);
        library.push(start(study, &own, &[], LIBRARY).await.0);
        thirteen.push(start(study, &own, &[&busy], SESSIONS).await.0);
    }
    println!("Start, from the process to the first screen that can be used, {STARTS} runs");
    let first = promise(&bare, &library, 1.5);
    let second = promise(&library, &thirteen, 1.2);
    first && second
}

/// Starts a program in a library that holds `study`, and waits until what fits `css` is painted.
/// Gives the time that took, and what the window was told about painting, as variables.
async fn start(
    study: &Path,
    binary: &str,
    arguments: &[&str],
    css: &str,
) -> (Duration, Vec<String>) {
    let home = tempfile::tempdir().unwrap();
    fs::copy(study, home.path().join(study.file_name().unwrap())).unwrap();
    let desk = Desk::new(home.path(), 1440, 900);
    let began = Instant::now();
    let page = connect(&desk, binary, arguments).await;
    let patience = page.wait().at_most(Duration::from_secs(30)).every(Duration::from_millis(3));
    patience.for_element(Locator::Css(css)).await.unwrap();
    // Two frames on, what was laid out has been painted.
    let painted = "const done = arguments[0];\
        requestAnimationFrame(() => requestAnimationFrame(() => done(true)));";
    page.execute_async(painted, vec![]).await.unwrap();
    let time = began.elapsed();
    if css == LIBRARY {
        takes_a_key(&page).await;
    }
    let told = desk.members("folkmoot").first().map(|id| settings(*id)).unwrap_or_default();
    (time, told)
}

/// Fails unless the library answers its key for finding a study, at once.
async fn takes_a_key(page: &Client) {
    let down = |value| KeyAction::Down { value };
    let find = KeyActions::new("keys".into()).then(down(Key::Control.into())).then(down('f'));
    page.perform_actions(find).await.unwrap();
    let found = page.active_element().await.unwrap();
    assert_eq!(found.tag_name().await.unwrap(), "input", "the first screen takes no keys yet");
}

/// The variables that tell a running program's web view how to paint.
fn settings(program: u32) -> Vec<String> {
    let all = fs::read_to_string(format!("/proc/{program}/environ")).unwrap();
    all.split('\0').filter(|one| one.starts_with("WEBKIT_SKIA")).map(str::to_owned).collect()
}

async fn connect(desk: &Desk, binary: &str, arguments: &[&str]) -> Client {
    let wanted = json!({"webkitgtk:browserOptions": { "binary": binary, "args": arguments }});
    ClientBuilder::new(HttpConnector::new())
        .capabilities(wanted.as_object().unwrap().clone())
        .connect(&format!("http://127.0.0.1:{}", desk.port))
        .await
        .unwrap()
}

/// The session summary as PDF, beside a browser that prints a page of the same words.
fn summaries(study: &Path, folder: &Path) -> bool {
    let study = study.display().to_string();
    let pdf = folder.join("summary.pdf");
    let out = pdf.display().to_string();
    let export = ["export", &study, "--what", "summary", "--out", &out];
    assert!(folkmoot(&export).status.success());
    let page = folder.join("summary.html");
    fs::write(&page, as_html(&pdf)).unwrap();
    let printed = folder.join("printed.pdf");

    let (mut own, mut browser) = (Timed::new("Folkmoot"), Timed::new("headless Chromium"));
    for _ in 0..PRINTS {
        own.push(timed(Command::new(app()).args(export)));
        browser.push(timed(
            Command::new("chromium")
                .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"])
                .arg(format!("--user-data-dir={}", folder.join("browser").display()))
                .arg(format!("--print-to-pdf={}", printed.display()))
                .arg(format!("file://{}", page.display())),
        ));
    }
    println!("The session summary of the example evening as PDF, whole processes, {PRINTS} runs");
    let fast = promise(&browser, &own, 0.1);
    let bytes = fs::metadata(&pdf).unwrap().len();
    let small = bytes < 250_000;
    println!("  size: {bytes} bytes, at most 250,000: {}", verdict(small));
    fast && small
}

/// The example study, made on first use by a whole process.
fn examples(folder: &Path) -> bool {
    let mut made = Timed::new("made");
    for run in 0..EXAMPLES {
        let library = folder.join(format!("library {run}"));
        made.push(timed(Command::new(app()).args(["demo", "--study"]).arg(&library)));
    }
    println!("The example study of thirteen groups, made on first use, {EXAMPLES} runs");
    made.print();
    let kept = made.median() < 5_000.0;
    println!("  at most 5,000 ms: {}", verdict(kept));
    kept
}

/// A page of the same words as the PDF: its text, a paragraph a line, in the same font.
fn as_html(pdf: &Path) -> String {
    let text = Command::new("pdftotext").args(["-layout"]).arg(pdf).arg("-").output().unwrap();
    let font = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../assets/fonts/AtkinsonHyperlegibleNext_400Regular.ttf");
    let mut html = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Summary</title><style>\
         @font-face {{ font-family: A; src: url('file://{}') }}\
         body {{ font: 10pt A; white-space: pre-wrap }} section {{ break-after: page }}</style>",
        font.display()
    );
    for page in String::from_utf8_lossy(&text.stdout).split('\u{c}') {
        let words = page.replace('&', "&amp;").replace('<', "&lt;");
        html.push_str("<section>");
        for line in words.lines() {
            let _ = write!(html, "<p>{line}</p>");
        }
        html.push_str("</section>");
    }
    html
}

fn timed(command: &mut Command) -> Duration {
    let began = Instant::now();
    let status =
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    assert!(status.success(), "{command:?}");
    began.elapsed()
}

/// How long something took, run by run.
struct Timed {
    name: &'static str,
    /// Milliseconds, the quickest first.
    times: Vec<f64>,
}

impl Timed {
    fn new(name: &'static str) -> Self {
        Self { name, times: Vec::new() }
    }

    fn push(&mut self, time: Duration) {
        self.times.push(time.as_secs_f64() * 1e3);
        self.times.sort_by(f64::total_cmp);
    }

    fn median(&self) -> f64 {
        self.times[self.times.len() / 2]
    }

    fn print(&self) {
        println!("  {}: {:.0} ms, at best {:.0} ms", self.name, self.median(), self.times[0]);
    }
}

/// Prints two times and whether the ratio of their medians keeps the promise.
fn promise(base: &Timed, own: &Timed, limit: f64) -> bool {
    let ratio = own.median() / base.median();
    let at_best = own.times[0] / base.times[0];
    let kept = ratio <= limit;
    base.print();
    own.print();
    println!("  ratio {ratio:.3}, at best {at_best:.3}; at most {limit:.2}: {}", verdict(kept));
    kept
}

fn verdict(kept: bool) -> &'static str {
    if kept { "kept" } else { "NOT KEPT" }
}
