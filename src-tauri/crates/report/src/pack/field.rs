//! What every poster has beside its idea: room for stickers, and the line at its foot.

use crate::Result;
use crate::doc::Align;
use crate::page::{ElementId, Kind, Shape};
use crate::style::{Face, INK, INK_3, RULE_STRONG};
use crate::text::Setter;

use super::canvas::{Area, At, Canvas, look};
use super::poster::{FIELD_WIDE, FOOT, Frame, SIDE, TOP};
use super::{Edition, Idea};

/// The study and the number of the poster, at the foot.
pub(super) fn furniture(
    canvas: &mut Canvas,
    area: &mut Area,
    edition: &Edition,
    idea: &Idea,
    frame: &Frame,
) -> Result<()> {
    let y = frame.height - FOOT - 28.0;
    let width = frame.width - 2.0 * SIDE;
    let style = look(Face::Ui, 20.0, 28.0, INK_3);
    area.ring(SIDE, y, 28.0);
    let half = width / 2.0;
    canvas.put(area, &edition.pack.study, style, At::left(SIDE + 44.0, y, half), None)?;
    let count = edition.pack.ideas.len();
    let number = edition.words.say(
        "poster-number",
        &[
            ("n", idea.number.into()),
            ("of", count.into()),
            ("version", edition.pack.version.into()),
        ],
    );
    canvas.put(area, &number, style, At::right(SIDE + half, y, half), None)?;
    Ok(())
}

/// Room for stickers: a field for each colour, with what it stands for.
pub(super) fn field(
    canvas: &mut Canvas,
    area: &mut Area,
    editions: &[Edition],
    frame: &Frame,
    section: ElementId,
) -> Result<()> {
    let budget = editions[0].pack.budget;
    let zones: Vec<(bool, &str)> = [(true, budget.green), (false, budget.red)]
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(green, _)| (green, if green { "poster-like" } else { "poster-argue" }))
        .collect();
    if zones.is_empty() {
        return Ok(());
    }
    let (x, y, width, height) = if frame.under {
        (SIDE, frame.bottom() - frame.field, frame.width - 2.0 * SIDE, frame.field)
    } else {
        (frame.width - SIDE - FIELD_WIDE, TOP, FIELD_WIDE, frame.bottom() - TOP)
    };
    let count = zones.len() as f32;
    let (wide, high) = if frame.under { (width / count, height) } else { (width, height / count) };
    area.shape(
        Shape::Frame { x, y, width, height, radius: 12.0, line: 2.0, colour: RULE_STRONG },
        None,
    );
    for (i, (green, id)) in zones.into_iter().enumerate() {
        let (zx, zy) =
            if frame.under { (x + i as f32 * wide, y) } else { (x, y + i as f32 * high) };
        if i > 0 {
            let (w, h) = if frame.under { (2.0, high) } else { (wide, 2.0) };
            area.rect(zx, zy, w, h, RULE_STRONG);
        }
        let alt = editions[0].words.of(if green { "poster-room-green" } else { "poster-room-red" });
        let figure = canvas.figure(alt, section);
        let (sx, sy) = (zx + 32.0, zy + 28.0);
        if green {
            area.green(sx, sy, 56.0, Some(figure));
        } else {
            area.red(sx, sy, 56.0, Some(figure));
        }
        let style = look(Face::UiStrong, 28.0, 36.0, INK);
        let mut lines = Vec::new();
        for edition in editions {
            canvas.turn_to(&edition.pack.language);
            let words = edition.words.of(id);
            let element = canvas.element(Kind::Paragraph, section);
            let other = canvas.rtl() != Setter::is_rtl(&editions[0].pack.language);
            for mut line in canvas.balanced(style, &words, wide - 132.0)?.0 {
                if other {
                    line.reflect();
                }
                lines.push((line, element));
            }
        }
        canvas.turn_to(&editions[0].pack.language);
        let tall: f32 = lines.iter().map(|(line, _)| line.height).sum();
        let mut ly = sy + ((56.0 - tall) / 2.0).max(0.0);
        for (line, element) in lines {
            let height = line.height;
            area.line(line, Align::Left, sx + 76.0, ly, wide - 132.0, Some(element));
            ly += height;
        }
    }
    Ok(())
}
