//! Sheets to write on: notes of the evening, and signing in with consent.

use crate::doc::{Block, Cell, Sheet, Text, Width};
use crate::figure::Figure;
use crate::style::Role;
use crate::{Error, Pages, Result};

use super::parts::{Running, cell, dashes, grid, heading, paragraph, sides};
use super::{Edition, Office, Seat};

/// Height of a line on a sheet for notes, in pixels.
const LINE: f32 = 45.0;
/// Height of a line to sign on, in pixels.
const SIGN: f32 = 52.0;
/// Lines without a group.
const SEATS: u32 = 10;

/// Lays out sheets to take notes on by hand, in the columns that the record has.
pub fn note_sheets(edition: &Edition, paper: Office, sheets: u32) -> Result<Pages> {
    if sheets == 0 {
        return Err(Error::Nothing);
    }
    let words = &edition.words;
    let group = edition.pack.group.as_ref().map_or("", |group| group.name.as_str());
    // As many as the sheet has room for under its head.
    let lines = match paper {
        Office::A4 => 19,
        Office::Letter => 17,
    };
    let mut blocks = Vec::new();
    for i in 0..sheets {
        if i > 0 {
            blocks.push(Block::Turn);
        }
        blocks.push(sides(
            vec![heading(1, Role::PaperTitle, words.of("notes"))],
            Text::new(Role::PageQuiet, group),
        ));
        blocks.push(Block::Space(10.0));
        let of = |id: &str| cell(Role::Label, words.of(id));
        let head = vec![of("notes-time"), of("notes-seat"), of("notes-said"), of("notes-lens")];
        let rows = vec![vec![Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty]; lines];
        let widths =
            vec![Width::Fixed(52.0), Width::Fixed(44.0), Width::Share(1.0), Width::Fixed(76.0)];
        blocks.push(grid(widths, head, rows, LINE));
    }
    let sheet = Sheet { size: paper.size(), ..Sheet::default() };
    Running { edition, what: "notes", sheet }.pages(blocks)
}

/// Lays out the sheet on which people sign in, and say whether they may be recorded and quoted.
pub fn consent_sheet(edition: &Edition, paper: Office) -> Result<Pages> {
    let words = &edition.words;
    let group = edition.pack.group.as_ref();
    let seats = group.map_or_else(Vec::new, |group| group.seats.clone());
    let blank = |number| Seat { number, name: String::new() };
    let seats = if seats.is_empty() { (1..=SEATS).map(blank).collect() } else { seats };
    let of = |id: &str| words.of(id);
    let terms = ["consent-record", "consent-quote", "consent-keep", "consent-stop"].map(of);
    let tick = |alt: &str| Cell::Figure(Figure::Box(of(alt)));
    let rows = seats.iter().map(|seat| {
        vec![
            cell(Role::PageStrong, seat.number.to_string()),
            cell(Role::Page, &seat.name),
            tick("consent-recorded-alt"),
            tick("consent-quoted-alt"),
            Cell::Empty,
        ]
    });
    let head = vec![
        cell(Role::Label, of("consent-seat")),
        cell(Role::Label, of("consent-name")),
        cell(Role::Label, of("consent-recorded")),
        cell(Role::Label, of("consent-quoted")),
        cell(Role::Label, of("consent-signed")),
    ];
    let widths = vec![
        Width::Fixed(40.0),
        Width::Share(1.0),
        Width::Fixed(72.0),
        Width::Fixed(60.0),
        Width::Fixed(190.0),
    ];
    let blocks = vec![
        sides(
            vec![heading(1, Role::PaperTitle, of("consent"))],
            Text::new(Role::PageQuiet, group.map_or("", |group| group.name.as_str())),
        ),
        Block::Space(4.0),
        paragraph(Role::PaperLead, of("consent-lead")),
        Block::Space(12.0),
        dashes(Role::Page, &terms),
        Block::Space(20.0),
        grid(widths, head, rows.collect(), SIGN),
    ];
    let sheet = Sheet { size: paper.size(), ..Sheet::default() };
    Running { edition, what: "consent", sheet }.pages(blocks)
}
