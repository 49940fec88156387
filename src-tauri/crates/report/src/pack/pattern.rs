//! A colour and a pattern for each theme, told apart in greyscale too.

use crate::page::Shape;
use crate::style::{ACCENT, Colour, PAPER};

/// The colours of themes. Green and red belong to stickers, amber to time: none of them is here.
const COLOURS: [Colour; 6] = [
    ACCENT,
    Colour(0x6c, 0x3b, 0x78),
    Colour(0x1f, 0x62, 0x74),
    Colour(0x6a, 0x52, 0x3d),
    Colour(0x4a, 0x50, 0x5c),
    Colour(0x8a, 0x4a, 0x6b),
];

/// The colour of a theme.
pub(crate) fn colour(theme: usize) -> Colour {
    COLOURS[theme % COLOURS.len()]
}

/// A band across: solid colour with the pattern of the theme in white.
pub(crate) fn band(theme: usize, x: f32, y: f32, width: f32, height: f32) -> Vec<Shape> {
    let mut shapes = vec![Shape::Rect { x, y, width, height, radius: 0.0, fill: colour(theme) }];
    let h = height;
    // The pattern ends where the band does: its steps are stretched a little.
    let from = |step: f32| {
        let count = steps(width, step);
        (0..count).map(move |i| x + f32::from(i) * width / f32::from(count))
    };
    let bar = |x: f32, wide: f32, lean: f32| Shape::Polygon {
        points: vec![(x, y + h), (x + wide, y + h), (x + wide + lean, y), (x + lean, y)],
        fill: PAPER,
    };
    match theme % COLOURS.len() {
        // Lines that lean.
        0 => shapes.extend(from(h * 0.9).map(|x| bar(x, h * 0.22, h * 0.5))),
        // Dots.
        1 => shapes.extend(from(h * 0.8).map(|x| Shape::Disc {
            x: x + h * 0.4,
            y: y + h / 2.0,
            radius: h * 0.2,
            fill: PAPER,
        })),
        // Two lines along.
        2 => shapes.extend([0.26, 0.6].map(|at| Shape::Rect {
            x,
            y: y + h * at,
            width,
            height: h * 0.14,
            radius: 0.0,
            fill: PAPER,
        })),
        // Upright bars.
        3 => shapes.extend(from(h * 0.5).map(|x| bar(x, h * 0.16, 0.0))),
        // Squares on their points.
        4 => shapes.extend(from(h).map(|x| Shape::Polygon {
            points: vec![
                (x + h * 0.5, y + h * 0.18),
                (x + h * 0.82, y + h * 0.5),
                (x + h * 0.5, y + h * 0.82),
                (x + h * 0.18, y + h * 0.5),
            ],
            fill: PAPER,
        })),
        // A saw.
        _ => shapes.extend(from(h).map(|x| Shape::Polygon {
            points: vec![(x, y + h), (x + h * 0.5, y + h * 0.3), (x + h, y + h)],
            fill: PAPER,
        })),
    }
    shapes
}

/// How many whole steps fit.
fn steps(width: f32, step: f32) -> u16 {
    (0..u16::MAX).take_while(|i| f32::from(i + 1) * step <= width).last().map_or(0, |i| i + 1)
}
