//! Sheets of stickers for common label stock, which is given by its measures.

use crate::page::{Kind, MM, Pages, Size};
use crate::style::{Face, INK_3};
use crate::{Error, Result};

use super::Edition;
use super::canvas::{Area, At, Canvas, look};

/// Air round a sticker on its label, in millimetres.
const AIR: f32 = 2.5;
/// A sticker is no wider than this: a poster has room for so many.
const WIDEST: f32 = 28.0;

/// A sheet of labels, all lengths in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Labels {
    /// What it is asked for by: the size of a label and how many are on a sheet.
    pub name: &'static str,
    pub sheet: Size,
    pub across: u8,
    pub down: u8,
    pub width: f32,
    pub height: f32,
    /// From the edges of the sheet to the first label.
    pub left: f32,
    pub top: f32,
    /// From one label to the next.
    pub step_across: f32,
    pub step_down: f32,
}

/// Stock that is sold in many shops, and plain paper to be cut.
pub const LABELS: [Labels; 5] = [
    Labels {
        name: "63.5 x 38.1 mm, 21 on A4",
        sheet: Size::A4,
        across: 3,
        down: 7,
        width: 63.5,
        height: 38.1,
        left: 7.2,
        top: 15.1,
        step_across: 66.0,
        step_down: 38.1,
    },
    Labels {
        name: "38.1 x 21.2 mm, 65 on A4",
        sheet: Size::A4,
        across: 5,
        down: 13,
        width: 38.1,
        height: 21.2,
        left: 4.7,
        top: 10.7,
        step_across: 40.6,
        step_down: 21.2,
    },
    Labels {
        name: "40 mm round, 24 on A4",
        sheet: Size::A4,
        across: 4,
        down: 6,
        width: 40.0,
        height: 40.0,
        left: 16.0,
        top: 13.5,
        step_across: 46.0,
        step_down: 46.0,
    },
    Labels {
        name: "2.625 x 1 in, 30 on Letter",
        sheet: Size { width: 215.9, height: 279.4 },
        across: 3,
        down: 10,
        width: 66.7,
        height: 25.4,
        left: 4.8,
        top: 12.7,
        step_across: 69.9,
        step_down: 25.4,
    },
    Labels {
        name: "24 mm, plain A4 to cut",
        sheet: Size::A4,
        across: 6,
        down: 9,
        width: 30.0,
        height: 30.0,
        left: 15.0,
        top: 13.5,
        step_across: 30.0,
        step_down: 30.0,
    },
];

/// Lays out stickers for so many people; what is left of the last sheet is filled with spare ones
/// in the same proportion.
pub fn sticker_sheets(edition: &Edition, labels: &Labels, people: u32) -> Result<Pages> {
    let budget = edition.pack.budget;
    let each = budget.green + budget.red;
    let on_sheet = u32::from(labels.across) * u32::from(labels.down);
    if each == 0 || people == 0 || on_sheet == 0 {
        return Err(Error::Nothing);
    }
    let mut canvas = Canvas::new(&edition.pack.language);
    canvas.place = edition.words.of("stickers");
    let sheets = (each * people).div_ceil(on_sheet);
    let mut next = 0;
    for sheet in 1..=sheets {
        let mut area = Area::default();
        let section = canvas.element(Kind::Section, 0);
        let kinds: Vec<bool> = (next..next + on_sheet).map(|i| i % each < budget.green).collect();
        next += on_sheet;
        let green = kinds.iter().filter(|green| **green).count();
        let alt = edition
            .words
            .say("stickers-alt", &[("green", green.into()), ("red", (kinds.len() - green).into())]);
        let figure = canvas.figure(alt, section);
        let side = (labels.width.min(labels.height) - 2.0 * AIR).min(WIDEST) * MM;
        let mut kinds = kinds.into_iter();
        for row in 0..labels.down {
            for column in 0..labels.across {
                let x = (labels.left + f32::from(column) * labels.step_across) * MM;
                let y = (labels.top + f32::from(row) * labels.step_down) * MM;
                let x = x + (labels.width * MM - side) / 2.0;
                let y = y + (labels.height * MM - side) / 2.0;
                if kinds.next() == Some(true) {
                    area.green(x, y, side, Some(figure));
                } else {
                    area.red(x, y, side, Some(figure));
                }
            }
        }
        let (width, _) = labels.sheet.pixels();
        let words = edition.words.say(
            "stickers-sheet",
            &[("n", sheet.into()), ("of", sheets.into()), ("labels", labels.name.into())],
        );
        let style = look(Face::Ui, 10.0, 13.0, INK_3);
        canvas.put(&mut area, &words, style, At::centre(40.0, 17.0, width - 80.0), None)?;
        let items = area.into_items(width, canvas.rtl());
        canvas.page(labels.sheet, None, items);
    }
    let study = edition.pack.study.as_str().into();
    let title = edition.words.say("stickers-title", &[("study", study)]);
    Ok(canvas.finish(edition.pack, &edition.words, "stickers", title))
}
