//! Figures, made once as vector drawings and shown alike on screen and on paper.

use crate::page::{Shape, What};
use crate::style::{ACCENT, Colour, GREEN, INK, INK_2, INK_3, PAPER, RED, RULE, RULE_STRONG};

/// A figure, and what it shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    /// The ring of seats that stands for the product.
    Mark,
    Stickers(Stickers),
    Bar(Bar),
    Scale(Scale),
    /// A box to tick; the words stand in its place for those who listen.
    Box(String),
}

/// Side of a box that stands alone, in pixels.
const BOX: f32 = 22.0;

/// A row of stickers of one colour. The colours differ in shape too: a tick in a circle, an
/// exclamation mark in a square.
#[derive(Clone, Debug, PartialEq)]
pub struct Stickers {
    pub colour: StickerColour,
    pub count: u32,
    /// In words, for those who listen.
    pub alt: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StickerColour {
    Green,
    Red,
}

/// Planned minutes as a broad bar, real ones as a narrow bar on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    pub planned: u32,
    pub real: Option<u32>,
    /// The minutes that fill the width.
    pub full: u32,
}

/// A scale of numbers with the agreed one standing out, and a dot for each private rating.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    pub from: u32,
    pub to: u32,
    pub agreed: Option<u32>,
    /// One number a person.
    pub dots: Vec<u32>,
    /// Dots that there is room for on one number, so that scales side by side stand on one line.
    pub room: usize,
    /// In words, for those who listen.
    pub alt: String,
}

/// Shapes, and the room they take in pixels.
pub struct Drawing {
    pub width: f32,
    pub height: f32,
    pub shapes: Vec<Shape>,
}

/// Side of a sticker, in pixels.
const STICKER: f32 = 15.0;
const STICKER_GAP: f32 = 2.0;
const BAR: f32 = 12.0;
/// One number of a scale, and the gap to the next.
const TICK: f32 = 7.0;
const TICK_GAP: f32 = 1.0;
const TICK_TALL: f32 = 15.0;
/// Pixels from one dot to the one on top of it.
const DOT: f32 = 4.5;

impl Figure {
    /// What stands in its place for those who listen; `None` where the words beside it say it.
    pub fn alt(&self) -> Option<&str> {
        match self {
            Self::Mark | Self::Bar(_) => None,
            Self::Stickers(stickers) => Some(&stickers.alt),
            Self::Scale(scale) => Some(&scale.alt),
            Self::Box(alt) => Some(alt),
        }
    }

    /// Its own width in pixels, where it has one.
    pub fn natural(&self) -> f32 {
        match self {
            Self::Mark => 20.0,
            Self::Stickers(stickers) => stickers.natural(),
            Self::Bar(_) => 0.0,
            Self::Scale(scale) => scale.natural(),
            Self::Box(_) => BOX,
        }
    }

    /// Draws it into at most `width` pixels.
    pub fn draw(&self, width: f32) -> Drawing {
        match self {
            Self::Mark => mark(20.0),
            Self::Stickers(stickers) => stickers.draw(width),
            Self::Bar(bar) => bar.draw(width),
            Self::Scale(scale) => scale.draw(),
            Self::Box(_) => Drawing { width: BOX, height: BOX, shapes: vec![frame(0.0, 0.0, BOX)] },
        }
    }
}

impl Stickers {
    fn natural(&self) -> f32 {
        (self.count as f32 * (STICKER + STICKER_GAP) - STICKER_GAP).max(0.0)
    }

    fn draw(&self, width: f32) -> Drawing {
        let step = STICKER + STICKER_GAP;
        let mut shapes = Vec::new();
        let (mut x, mut y) = (0.0, 0.0);
        for _ in 0..self.count {
            if x > 0.0 && x + STICKER > width + 0.01 {
                x = 0.0;
                y += step;
            }
            match self.colour {
                StickerColour::Green => tick(&mut shapes, x, y, STICKER),
                StickerColour::Red => bang(&mut shapes, x, y, STICKER),
            }
            x += step;
        }
        let height = if self.count == 0 { 0.0 } else { y + STICKER };
        Drawing { width: self.natural().min(width), height, shapes }
    }
}

/// Draws on the 24 by 24 grid that the icons are drawn on.
fn on_grid(x: f32, y: f32, side: f32) -> impl Fn(f32, f32) -> (f32, f32) {
    let scale = side / 24.0;
    move |px, py| (x + px * scale, y + py * scale)
}

pub(crate) fn tick(shapes: &mut Vec<Shape>, x: f32, y: f32, side: f32) {
    let at = on_grid(x, y, side);
    let scale = side / 24.0;
    let (cx, cy) = at(12.0, 12.0);
    shapes.push(Shape::Disc { x: cx, y: cy, radius: 11.0 * scale, fill: GREEN });
    shapes.push(Shape::Stroke {
        points: vec![at(6.7, 12.7), at(10.2, 16.2), at(17.3, 8.5)],
        width: 2.6 * scale,
        colour: PAPER,
    });
}

pub(crate) fn bang(shapes: &mut Vec<Shape>, x: f32, y: f32, side: f32) {
    let at = on_grid(x, y, side);
    let scale = side / 24.0;
    let (left, top) = at(1.5, 1.5);
    let side = 21.0 * scale;
    shapes.push(rect(left, top, side, side, 2.5 * scale, RED));
    shapes.push(Shape::Stroke {
        points: vec![at(12.0, 6.2), at(12.0, 13.2)],
        width: 3.0 * scale,
        colour: PAPER,
    });
    let (cx, cy) = at(12.0, 17.5);
    shapes.push(Shape::Disc { x: cx, y: cy, radius: 1.8 * scale, fill: PAPER });
}

impl Bar {
    fn draw(&self, width: f32) -> Drawing {
        let per_minute = width / self.full.max(1) as f32;
        let long = |minutes: u32| (minutes as f32 * per_minute).min(width);
        let mut shapes = vec![rect(0.0, 0.0, long(self.planned), BAR, 0.0, RULE_STRONG)];
        if let Some(real) = self.real {
            shapes.push(rect(0.0, BAR / 3.0, long(real), BAR / 3.0, 0.0, INK));
        }
        Drawing { width, height: BAR, shapes }
    }
}

impl Scale {
    fn draw(&self) -> Drawing {
        let step = TICK + TICK_GAP;
        let above = most_alike(&self.dots).max(self.room) as f32 * DOT;
        let mut shapes = Vec::new();
        for (i, number) in (self.from..=self.to).enumerate() {
            let x = i as f32 * step;
            if self.agreed == Some(number) {
                shapes.push(rect(x, above, TICK, TICK_TALL, 0.0, INK));
            } else {
                let y = above + (TICK_TALL - TICK) / 2.0;
                shapes.push(rect(x, y, TICK, TICK, 0.0, RULE));
            }
            for dot in 0..self.count(number) {
                shapes.push(Shape::Disc {
                    x: x + TICK / 2.0,
                    y: above - (dot as f32 + 0.5) * DOT,
                    radius: DOT / 2.0 - 0.5,
                    fill: INK_3,
                });
            }
        }
        Drawing { width: self.natural(), height: above + TICK_TALL, shapes }
    }

    fn natural(&self) -> f32 {
        (self.to.saturating_sub(self.from) + 1) as f32 * (TICK + TICK_GAP) - TICK_GAP
    }

    fn count(&self, number: u32) -> usize {
        self.dots.iter().filter(|dot| **dot == number).count()
    }
}

/// How many dots stand on the number that has most of them.
pub fn most_alike(dots: &[u32]) -> usize {
    dots.iter().map(|dot| dots.iter().filter(|other| *other == dot).count()).max().unwrap_or(0)
}

/// Nine seats in a ring; the first is the moderator's.
pub(crate) fn mark(side: f32) -> Drawing {
    const SEATS: u8 = 9;
    let scale = side / 24.0;
    let at = on_grid(0.0, 0.0, side);
    let shapes = (0..SEATS)
        .map(|seat| {
            let turn = std::f32::consts::TAU * f32::from(seat) / f32::from(SEATS);
            let (x, y) = at(12.0 + 9.0 * turn.sin(), 12.0 - 9.0 * turn.cos());
            let fill = if seat == 0 { ACCENT } else { INK_2 };
            Shape::Disc { x, y, radius: 2.1 * scale, fill }
        })
        .collect();
    Drawing { width: side, height: side, shapes }
}

/// A box to tick.
pub(crate) fn box_to_tick(x: f32, y: f32, side: f32) -> What {
    What::Shape(frame(x, y, side))
}

fn frame(x: f32, y: f32, side: f32) -> Shape {
    Shape::Frame {
        x,
        y,
        width: side,
        height: side,
        radius: side / 8.0,
        line: side / 13.0,
        colour: INK_2,
    }
}

fn rect(x: f32, y: f32, width: f32, height: f32, radius: f32, fill: Colour) -> Shape {
    Shape::Rect { x, y, width, height, radius, fill }
}
