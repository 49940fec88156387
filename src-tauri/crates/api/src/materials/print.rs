//! From what is asked for to laid-out pages.

use report::Pages;
use report::pack::{
    Ballots, Edition, Idea, LABELS, Office, Pack, Paper, Print, PrintSize, Sheets, Turn, ballots,
    consent_sheet, door_sign, fits, guide, handout, note_sheets, posters, seat_cards,
    sticker_sheets,
};
use store::Tx;

use super::{Material, PaperKind, PosterFit, PosterIdea, PosterSheets, fill::Told, paper, speech};
use crate::{Problem, ProblemCode, Result};

/// Sheets for notes where nothing is said: a full group fills about as many.
const NOTE_SHEETS: u32 = 8;
/// Ballots more than there are seats.
const SPARE: u32 = 2;
/// More than this is a slip of the keyboard.
const MOST: u32 = 500;

pub(super) fn pages(tx: &Tx, wanted: &Material) -> Result<Pages> {
    let told = Told::new(tx, wanted.session)?;
    let pack = told.pack(wanted.language.as_deref())?;
    let people = told.people();
    let of = |usual| copies(wanted.copies, usual);
    spoken(&pack, |edition| match wanted.what {
        PaperKind::Posters => wall(&told, edition, wanted),
        PaperKind::Handout => Ok(handout(edition, office(wanted)?, PrintSize::Usual)?),
        PaperKind::LargePrint => Ok(handout(edition, office(wanted)?, PrintSize::Large)?),
        PaperKind::Ballots => {
            let how = Ballots { copies: of(people + SPARE)?, named: !wanted.secret };
            Ok(ballots(edition, how)?)
        }
        PaperKind::Guide => Ok(guide(edition, office(wanted)?)?),
        PaperKind::NoteSheets => Ok(note_sheets(edition, office(wanted)?, of(NOTE_SHEETS)?)?),
        PaperKind::Consent => Ok(consent_sheet(edition, office(wanted)?)?),
        PaperKind::SeatCards => Ok(seat_cards(edition)?),
        PaperKind::Stickers => {
            let labels = match &wanted.labels {
                None => LABELS.first(),
                Some(name) => LABELS.iter().find(|labels| labels.name == name),
            };
            let labels = labels.ok_or_else(|| missing("labels"))?;
            Ok(sticker_sheets(edition, labels, of(people)?)?)
        }
        PaperKind::DoorSign => Ok(door_sign(edition)?),
    })
}

fn missing(what: &str) -> Problem {
    Problem::new(ProblemCode::NotFound).with("what", what)
}

fn copies(asked: Option<u32>, usual: u32) -> Result<u32> {
    match asked.unwrap_or(usual) {
        0 => Err(Problem::new(ProblemCode::NothingToPrint)),
        copies if copies > MOST => Err(Problem::new(ProblemCode::TooManyCopies).with("most", MOST)),
        copies => Ok(copies),
    }
}

/// Prints a pack with the words of its language.
fn spoken<T>(pack: &Pack, print: impl FnOnce(&Edition) -> Result<T>) -> Result<T> {
    speech::with(&pack.language, |words| print(&Edition { pack, words }))
}

fn office(wanted: &Material) -> Result<Office> {
    match paper(wanted.paper.as_ref(), Paper::A4)? {
        Paper::A4 => Ok(Office::A4),
        Paper::Letter => Ok(Office::Letter),
        _ => Err(missing("paper")),
    }
}

fn wall(told: &Told, edition: &Edition, wanted: &Material) -> Result<Pages> {
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
    let only = told.numbers(&wanted.ideas)?;
    let Some(beside) = &wanted.beside else {
        return Ok(posters(&[*edition], print, &only)?);
    };
    let second = told.pack(Some(beside))?;
    spoken(&second, |beside| Ok(posters(&[*edition, *beside], print, &only)?))
}

fn is_iso(paper: Paper) -> bool {
    matches!(paper, Paper::A4 | Paper::A3 | Paper::A2 | Paper::A1)
}

pub(super) fn fit(tx: &Tx, asked: &PosterIdea) -> Result<PosterFit> {
    let pack = Told::new(tx, None)?.pack(None)?;
    let print = Print {
        turn: if asked.portrait { Turn::Portrait } else { Turn::Landscape },
        ..Print::on(paper(asked.paper.as_ref(), Paper::A2)?)
    };
    let idea = Idea {
        number: 1,
        name: asked.name.clone(),
        description: asked.description.clone(),
        examples: asked.examples.clone(),
        ..Idea::default()
    };
    let fit = spoken(&pack, |edition| Ok(fits(edition, &idea, print)?))?;
    let hundredths = (fit.scale * 100.0).round().clamp(0.0, 100.0);
    Ok(PosterFit {
        sheets: u32::try_from(fit.sheets).unwrap_or(u32::MAX),
        // Between 0 and 100.
        size: (1..=100u8).find(|n| f32::from(*n) >= hundredths).map_or(100, u32::from),
    })
}
