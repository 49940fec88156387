//! Writes the papers of the shipped method: `cargo run -p report --example pack DIR`.

// What goes wrong in an example ends it.
#![allow(clippy::unwrap_used)]

// It prints without the one for which a test asks.
#[allow(dead_code)]
#[path = "../tests/printed/papers/mod.rs"]
mod papers;

use std::time::Instant;

use papers::{english, other, printed};
use report::pack::{
    Ballots, LABELS, Office, Paper, Print, PrintSize, Sheets, Turn, ballots, consent_sheet,
    door_sign, guide, handout, note_sheets, posters, seat_cards, sticker_sheets,
};

fn write(dir: &str, name: &str, make: impl FnOnce() -> report::Result<report::Pages>) {
    let start = Instant::now();
    let pages = make().unwrap();
    let pdf = report::pdf(&pages).unwrap();
    std::fs::write(format!("{dir}/{name}.pdf"), &pdf).unwrap();
    println!("{name}: {} pages, {} bytes, {:?}", pages.pages.len(), pdf.len(), start.elapsed());
}

fn main() {
    let dir = std::env::args().nth(1).unwrap_or_else(|| ".".into());
    let en = english();
    let across = Print::on(Paper::A2);
    write(&dir, "posters-en", || printed(&en, |e| posters(&[*e], across, &[])));
    for pack in [other::welsh(), other::polish(), other::bengali(), other::urdu()] {
        let name = format!("posters-{}", pack.language);
        write(&dir, &name, || printed(&pack, |e| posters(&[*e], across, &[])));
    }
    let upright = Print { turn: Turn::Portrait, ..across };
    write(&dir, "posters-upright", || printed(&en, |e| posters(&[*e], upright, &[])));
    let letter = Print::on(Paper::Letter);
    write(&dir, "posters-letter", || printed(&en, |e| posters(&[*e], letter, &[])));
    let cut = Print { sheets: Sheets::Cut, ..Print::on(Paper::A3) };
    write(&dir, "posters-cut", || printed(&en, |e| posters(&[*e], cut, &[4])));
    let tiled = Print { sheets: Sheets::Tiled(Office::A4), ..across };
    write(&dir, "posters-tiled", || printed(&en, |e| posters(&[*e], tiled, &[4])));
    let mut pair = en.clone();
    pair.ideas = vec![en.ideas[0].clone(), en.ideas[1].clone(), en.ideas[3].clone()];
    let urdu = other::urdu();
    write(&dir, "posters-pair", || {
        printed(&pair, |e| printed(&urdu, |u| posters(&[*e, *u], across, &[])))
    });
    let how = Ballots { paper: Office::A4, copies: 1, named: true };
    for pack in [&en, &other::bengali(), &urdu] {
        let name = |what: &str| format!("{what}-{}", pack.language);
        write(&dir, &name("ballots"), || printed(pack, |e| ballots(e, how)));
        let a4 = Office::A4;
        write(&dir, &name("seats"), || printed(pack, |e| seat_cards(e, a4)));
        write(&dir, &name("door"), || printed(pack, |e| door_sign(e, a4)));
        write(&dir, &name("handout"), || printed(pack, |e| handout(e, a4, PrintSize::Usual)));
        write(&dir, &name("large"), || printed(pack, |e| handout(e, a4, PrintSize::Large)));
        write(&dir, &name("guide"), || printed(pack, |e| guide(e, a4)));
        write(&dir, &name("notes"), || printed(pack, |e| note_sheets(e, a4, 2)));
        write(&dir, &name("consent"), || printed(pack, |e| consent_sheet(e, a4)));
    }
    for (i, labels) in LABELS.iter().enumerate() {
        let name = format!("stickers-{}", i + 1);
        write(&dir, &name, || printed(&en, |e| sticker_sheets(e, labels, 9)));
    }
}
