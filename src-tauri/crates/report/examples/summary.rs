//! Writes the summary of an invented evening: `cargo run -p report --example summary DIR`.

#[path = "../tests/printed/sample/mod.rs"]
mod sample;

use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let dir = std::env::args().nth(1).unwrap_or_else(|| ".".into());
    for (name, evening) in
        [("summary", sample::evening()), ("open", sample::open()), ("long", sample::long())]
    {
        let start = Instant::now();
        let pages = report::pages(&report::summary(&evening)?)?;
        let laid = start.elapsed();
        let pdf = report::pdf(&pages)?;
        let painted = start.elapsed();
        std::fs::write(format!("{dir}/{name}.pdf"), &pdf)?;
        for page in 0..pages.pages.len() {
            let svg = report::svg(&pages, page);
            std::fs::write(format!("{dir}/{name}-{}.svg", page + 1), svg)?;
        }
        let (count, bytes) = (pages.pages.len(), pdf.len());
        println!("{name}: {count} pages, {bytes} bytes, laid out {laid:?}, painted {painted:?}");
    }
    Ok(())
}
