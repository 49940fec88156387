//! From what is asked for to laid-out pages.

use report::pack::{
    Ballots, LABELS, Office, Paper, Print, PrintSize, Sheets, Turn, ballots, consent_sheet,
    door_sign, guide, handout, note_sheets, posters, repeated, seat_cards, sticker_sheets,
};
use report::{Pages, page::Size};

use super::{Material, PaperKind, PosterSheets, SheetsOf, order::Order, paper};
use crate::{Problem, ProblemCode, Result};

/// Sheets for notes where nothing is said: a full group fills about as many.
pub(super) const NOTE_SHEETS: u32 = 8;
/// Ballots more than there are seats.
pub(super) const SPARE: u32 = 2;
/// More than this is a slip of the keyboard.
const MOST: u32 = 500;

/// Lays a paper out, in as many copies as are wanted.
pub(super) fn pages(order: &Order) -> Result<Pages> {
    let wanted = &order.material;
    let of = |usual| copies(wanted.copies, usual);
    order.own.spoken(|edition| match wanted.what {
        PaperKind::Posters => wall(order),
        PaperKind::Handout => {
            Ok(repeated(&handout(edition, office(wanted)?, PrintSize::Usual)?, of(1)?))
        }
        PaperKind::LargePrint => {
            Ok(repeated(&handout(edition, office(wanted)?, PrintSize::Large)?, of(1)?))
        }
        PaperKind::Ballots => {
            let one = Ballots { paper: office(wanted)?, copies: 1, named: !wanted.secret };
            Ok(repeated(&ballots(edition, one)?, of(order.people)?))
        }
        PaperKind::Guide => Ok(guide(edition, office(wanted)?)?),
        PaperKind::NoteSheets => Ok(note_sheets(edition, office(wanted)?, of(NOTE_SHEETS)?)?),
        PaperKind::Consent => Ok(consent_sheet(edition, office(wanted)?)?),
        PaperKind::SeatCards => Ok(seat_cards(edition, office(wanted)?)?),
        PaperKind::Stickers => {
            let sheet = office(wanted)?.size();
            let labels = match &wanted.labels {
                None => LABELS.iter().find(|labels| labels.sheet == sheet),
                Some(name) => LABELS.iter().find(|labels| labels.name == name),
            };
            let labels = labels.ok_or_else(|| missing("labels"))?;
            Ok(sticker_sheets(edition, labels, of(order.people)?)?)
        }
        PaperKind::DoorSign => Ok(door_sign(edition, office(wanted)?)?),
    })
}

fn missing(what: &str) -> Problem {
    Problem::new(ProblemCode::NotFound).with("what", what)
}

/// How many, within reason.
pub(super) fn copies(asked: Option<u32>, usual: u32) -> Result<u32> {
    match asked.unwrap_or(usual) {
        0 => Err(Problem::new(ProblemCode::NothingToPrint)),
        copies if copies > MOST => Err(Problem::new(ProblemCode::TooManyCopies).with("most", MOST)),
        copies => Ok(copies),
    }
}

fn office(wanted: &Material) -> Result<Office> {
    match paper(wanted.paper.as_ref(), Paper::A4)? {
        Paper::A4 => Ok(Office::A4),
        Paper::Letter => Ok(Office::Letter),
        _ => Err(missing("paper")),
    }
}

fn wall(order: &Order) -> Result<Pages> {
    let wanted = &order.material;
    let on = paper(wanted.paper.as_ref(), Paper::A2)?;
    // Who prints a poster of a US size has an office printer of one.
    let tiles = if is_iso(on) { Office::A4 } else { Office::Letter };
    let print = Print {
        paper: on,
        turn: if wanted.portrait { Turn::Portrait } else { Turn::Landscape },
        sheets: match wanted.sheets {
            PosterSheets::Whole => Sheets::Whole,
            PosterSheets::Cut => Sheets::Cut,
            PosterSheets::Tiled => Sheets::Tiled(tiles),
        },
    };
    order.own.spoken(|own| match &order.beside {
        None => Ok(posters(&[*own], print, &order.numbers)?),
        Some(second) => {
            second.spoken(|beside| Ok(posters(&[*own, *beside], print, &order.numbers)?))
        }
    })
}

/// Whether a paper is of the sizes that the world prints on, and not of those of the US.
pub(super) fn is_iso(paper: Paper) -> bool {
    matches!(paper, Paper::A4 | Paper::A3 | Paper::A2 | Paper::A1)
}

/// What ballots are printed on, which no poster is.
const HALVES: [(&str, Office); 2] = [("A5", Office::A4), ("Half Letter", Office::Letter)];

/// On what pages are printed: so many of each paper, in the order in which they come.
pub(super) fn sheets(pages: &Pages) -> Vec<SheetsOf> {
    let mut all: Vec<SheetsOf> = Vec::new();
    for page in &pages.pages {
        let paper = name(page.size);
        match all.iter_mut().find(|of| of.paper == paper) {
            Some(of) => of.count += 1,
            None => all.push(SheetsOf { paper, count: 1 }),
        }
    }
    all
}

/// The name of a size, however the sheet is held.
fn name(size: Size) -> String {
    let (short, long) = (size.width.min(size.height), size.width.max(size.height));
    let named = Paper::ALL.map(|paper| (paper.name(), paper.size()));
    let is = |known: &Size| (known.width - short).abs() < 0.5 && (known.height - long).abs() < 0.5;
    let halves = HALVES.map(|(name, office)| (name, office.half()));
    let found = halves.into_iter().chain(named).find(|(_, known)| is(known));
    found.map_or_else(|| format!("{short:.0} × {long:.0} mm"), |(name, _)| name.to_owned())
}
