//! Papers for the room: cards for the seats, and the sign on the door.

use crate::doc::Align;
use crate::page::{ElementId, Kind, Pages, Shape, Size};
use crate::style::{Face, INK, INK_2, INK_3, PAPER, Style};
use crate::{Error, Result};

use super::canvas::{Area, At, Canvas, look};
use super::{Edition, Office, Seat};

/// Cards on a sheet, under one another.
const CARDS: usize = 4;
const SIDE: f32 = 64.0;
/// The square with the number.
const SQUARE: f32 = 150.0;
/// Sizes that a name is tried in.
const NAMES: [f32; 5] = [92.0, 76.0, 60.0, 48.0, 36.0];
/// Seats without a group.
const SEATS: u32 = 10;

/// Lays out a card for each seat, four on a sheet, to be cut along the dots. A seat that nobody
/// sits in yet has a line to write on.
pub fn seat_cards(edition: &Edition, paper: Office) -> Result<Pages> {
    let seats = edition.pack.group.as_ref().map_or_else(Vec::new, |group| group.seats.clone());
    let blank = |number| Seat { number, name: String::new() };
    let seats = if seats.is_empty() { (1..=SEATS).map(blank).collect() } else { seats };
    let mut canvas = Canvas::new(&edition.pack.language);
    let (width, height) = paper.size().pixels();
    let tall = height / CARDS as f32;
    for sheet in seats.chunks(CARDS) {
        let mut area = Area::default();
        let section = canvas.element(Kind::Section, 0);
        for (i, seat) in sheet.iter().enumerate() {
            let y = i as f32 * tall;
            canvas.place = edition.words.say("seat-place", &[("n", seat.number.into())]);
            card(&mut canvas, &mut area, seat, (y, tall, width), section)?;
            if i > 0 {
                dots(&mut area, y, width);
            }
        }
        let items = area.into_items(width, canvas.rtl());
        canvas.page(paper.size(), None, items);
    }
    let study = edition.pack.study.as_str().into();
    let title = edition.words.say("seats-title", &[("study", study)]);
    Ok(canvas.finish(edition.pack, &edition.words, "seats", title))
}

fn card(
    canvas: &mut Canvas,
    area: &mut Area,
    seat: &Seat,
    (y, tall, width): (f32, f32, f32),
    section: ElementId,
) -> Result<()> {
    let element = canvas.element(Kind::Paragraph, section);
    let top = y + (tall - SQUARE) / 2.0;
    area.shape(
        Shape::Rect { x: SIDE, y: top, width: SQUARE, height: SQUARE, radius: 12.0, fill: INK },
        None,
    );
    let number = seat.number.to_string();
    let size = if number.len() > 2 { 64.0 } else { 92.0 };
    middle(canvas, area, &number, look(Face::UiBold, size, size, PAPER), (SIDE, top), element)?;
    let x = SIDE + SQUARE + 44.0;
    let room = width - SIDE - x;
    if seat.name.trim().is_empty() {
        area.rect(x, top + SQUARE - 14.0, room, 1.5, INK_2);
        return Ok(());
    }
    for (i, size) in NAMES.into_iter().enumerate() {
        let style = look(Face::UiStrong, size, size * 1.2, INK);
        let lines = canvas.lines(&[(style, &seat.name)], Some(room))?;
        let high: f32 = lines.iter().map(|line| line.height).sum();
        let last = i + 1 == NAMES.len();
        if lines.len() > 1 && !last {
            continue;
        }
        if high > tall - 40.0 {
            return Err(Error::TooLong { place: canvas.place.clone() });
        }
        let mut down = y + (tall - high) / 2.0;
        for line in lines {
            let height = line.height;
            area.line(line, Align::Left, x, down, room, Some(element));
            down += height;
        }
        break;
    }
    Ok(())
}

/// Figures in the middle of the square.
fn middle(
    canvas: &mut Canvas,
    area: &mut Area,
    words: &str,
    style: Style,
    (x, y): (f32, f32),
    element: ElementId,
) -> Result<()> {
    let high = canvas.lines(&[(style, words)], None)?.first().map_or(0.0, |line| line.height);
    let at = At::centre(x, y + (SQUARE - high) / 2.0, SQUARE);
    canvas.put(area, words, style, at, Some(element))?;
    Ok(())
}

/// A dotted line to cut along.
fn dots(area: &mut Area, y: f32, width: f32) {
    let mut x = 6.0;
    while x < width - 4.0 {
        area.shape(Shape::Disc { x, y, radius: 0.9, fill: INK_3 }, None);
        x += 8.0;
    }
}

/// How large the sign for the door is set, where what it says is long.
const SIGN: [f32; 4] = [1.0, 0.8, 0.6, 0.45];

/// Lays out the sign for the door: what is on here, when and where, large enough for a corridor.
pub fn door_sign(edition: &Edition, paper: Office) -> Result<Pages> {
    for scale in SIGN {
        let mut canvas = Canvas::new(&edition.pack.language);
        canvas.place = edition.words.of("door");
        if sign(&mut canvas, edition, paper.size(), scale)? {
            let study = edition.pack.study.as_str().into();
            let title = edition.words.say("door-title", &[("study", study)]);
            return Ok(canvas.finish(edition.pack, &edition.words, "door", title));
        }
    }
    Err(Error::TooLong { place: edition.words.of("door") })
}

/// Draws the sign, and says whether there was room for it.
fn sign(canvas: &mut Canvas, edition: &Edition, size: Size, scale: f32) -> Result<bool> {
    let (width, height) = size.pixels();
    let inner = width - 2.0 * SIDE;
    let mut area = Area::default();
    let section = canvas.element(Kind::Section, 0);
    let group = edition.pack.group.as_ref();
    let own = |words: Option<&String>| words.cloned().unwrap_or_default();
    let style =
        |face, size: f32, leading: f32, colour| look(face, size * scale, leading * scale, colour);
    let come = edition.words.of("door-come");
    let mut display = Style { tracking: -0.02, ..style(Face::ReadStrong, 128.0, 140.0, INK) };
    // A long word of welcome is set smaller, and not cut.
    for by in SIGN {
        display = Style { size: 128.0 * scale * by, leading: 140.0 * scale * by, ..display };
        if canvas.balanced(display, &come, inner)?.1 {
            break;
        }
    }
    let fact = style(Face::Ui, 34.0, 46.0, INK_2);
    let mut y = 240.0 * scale;
    for (words, style, kind, air) in [
        (come, display, Kind::Heading(1), 40.0),
        (edition.pack.study.clone(), style(Face::UiMedium, 44.0, 56.0, INK), Kind::Paragraph, 48.0),
        (own(group.map(|group| &group.when)), fact, Kind::Paragraph, 0.0),
        (own(group.map(|group| &group.place)), fact, Kind::Paragraph, 0.0),
    ] {
        let element = canvas.element(kind, section);
        y += centred(canvas, &mut area, &words, style, (y, inner), element)?;
        y += air * scale;
    }
    let quiet = edition.words.of("door-quiet");
    let style = look(Face::Ui, 30.0, 40.0, INK_2);
    let element = canvas.element(Kind::Paragraph, section);
    let mut below = Area::default();
    let high = centred(canvas, &mut below, &quiet, style, (0.0, inner), element)?;
    let down = height - 96.0 - high;
    area.ring(width / 2.0 - 24.0, down - 84.0, 48.0);
    below.items.iter_mut().for_each(|item| item.shift(0.0, down));
    area.items.append(&mut below.items);
    let items = area.into_items(width, canvas.rtl());
    canvas.page(size, None, items);
    Ok(y < down - 100.0)
}

/// Lines of about one length in the middle; gives their height.
fn centred(
    canvas: &mut Canvas,
    area: &mut Area,
    words: &str,
    style: Style,
    (y, inner): (f32, f32),
    element: ElementId,
) -> Result<f32> {
    let mut down = 0.0;
    for line in canvas.balanced(style, words, inner)?.0 {
        let high = line.height;
        area.line(line, Align::Centre, SIDE, y + down, inner, Some(element));
        down += high;
    }
    Ok(down)
}
