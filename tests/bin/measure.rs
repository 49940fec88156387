//! Measures what the project promises about whole processes, and prints the ratios.
//!
//! The things compared run in turn, so that a slow minute of the machine is slow for all of them;
//! the figures are medians. `make bench` builds what is needed and runs it.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use fantoccini::{Client, ClientBuilder, Locator};
use folkmoot_tests::{Desk, app, busy_study, demo, folkmoot};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

const STARTS: usize = 9;
const PRINTS: usize = 7;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let folder = tempfile::tempdir().unwrap();
    let busy = folder.path().join("Busy.folkmoot");
    busy_study(&busy, 13, 3_000);
    let study = demo(&folder.path().join("demo"));

    let mut kept = true;
    kept &= starts(&busy).await;
    kept &= summaries(&study, folder.path());
    if !kept {
        std::process::exit(1);
    }
}

/// The window's start, beside a bare one's, and with a study of thirteen groups.
async fn starts(busy: &Path) -> bool {
    let bare = app().parent().unwrap().join("examples/bare");
    let busy = busy.display().to_string();
    let mut times: [Vec<Duration>; 3] = Default::default();
    for _ in 0..STARTS {
        times[0].push(start(&bare, &[], "h1").await);
        times[1].push(start(&app(), &[], "h1").await);
        times[2].push(start(&app(), &[&busy], "h1").await);
    }
    let [bare, own, busy] = times.map(median);
    println!("Start, from the process to the first screen that can be used");
    let first = promise("a bare window", bare, "Folkmoot", own, 1.5);
    let second = promise("Folkmoot", own, "with 13 sessions and 3,000 lines", busy, 1.2);
    first && second
}

/// Starts a program and waits until what fits `css` is painted.
async fn start(binary: &Path, arguments: &[&str], css: &str) -> Duration {
    let home = tempfile::tempdir().unwrap();
    let desk = Desk::new(home.path(), 1440, 900);
    let began = Instant::now();
    let page = connect(&desk, binary, arguments).await;
    let patience = page.wait().at_most(Duration::from_secs(30)).every(Duration::from_millis(3));
    patience.for_element(Locator::Css(css)).await.unwrap();
    // Two frames on, what was laid out has been painted.
    let painted = "const done = arguments[0];\
        requestAnimationFrame(() => requestAnimationFrame(() => done(true)));";
    page.execute_async(painted, vec![]).await.unwrap();
    began.elapsed()
}

async fn connect(desk: &Desk, binary: &Path, arguments: &[&str]) -> Client {
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

    let (mut own, mut browser) = (Vec::new(), Vec::new());
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
    println!("The session summary of the example evening as PDF, whole processes");
    let fast = promise("headless Chromium", median(browser), "Folkmoot", median(own), 0.1);
    let bytes = fs::metadata(&pdf).unwrap().len();
    let small = bytes < 250_000;
    println!("  size: {bytes} bytes, at most 250,000: {}", verdict(small));
    fast && small
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

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// Prints two figures and whether their ratio keeps the promise.
fn promise(base: &str, base_time: Duration, what: &str, time: Duration, limit: f64) -> bool {
    let ratio = time.as_secs_f64() / base_time.as_secs_f64();
    let kept = ratio <= limit;
    println!("  {base}: {:.0} ms", base_time.as_secs_f64() * 1e3);
    println!("  {what}: {:.0} ms", time.as_secs_f64() * 1e3);
    println!("  ratio {ratio:.2}, at most {limit:.2}: {}", verdict(kept));
    kept
}

fn verdict(kept: bool) -> &'static str {
    if kept { "kept" } else { "NOT KEPT" }
}
