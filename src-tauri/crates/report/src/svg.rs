//! Pages to SVG: the screen's painter. Letters are drawn as their outlines, so that the preview
//! looks like the print whatever fonts a machine has.

use std::collections::BTreeSet;
use std::fmt::Write;

use ttf_parser::{GlyphId, OutlineBuilder};

use crate::page::{Pages, Shape, What, Window};
use crate::pdf_tags::escape;
use crate::style::{Colour, Face};
use crate::text::Run;

/// One page as SVG, or an empty string where there is no such page; the first is 0.
///
/// The words lie over the letters, not drawn, so that they can be searched, copied and read out.
pub fn svg(pages: &Pages, page: usize) -> String {
    let Some(content) = pages.pages.get(page) else { return String::new() };
    let mut body = String::new();
    let mut used: BTreeSet<(Face, u16)> = BTreeSet::new();
    let mut windows = 0;
    let mut open = false;
    for item in &content.items {
        match &item.what {
            What::Run { run, y } => {
                used.extend(run.glyphs.iter().map(|glyph| (run.face, glyph.id)));
                write_run(&mut body, run, *y, page);
            }
            What::Shape(shape) => write_shape(&mut body, shape),
            What::Window(window) => {
                if std::mem::take(&mut open) {
                    body.push_str("</g>");
                }
                if let Some(window) = window {
                    write_window(&mut body, *window, &format!("p{page}w{windows}"));
                    windows += 1;
                    open = true;
                }
            }
        }
    }
    if open {
        body.push_str("</g>");
    }
    let (wide, high) = content.size.pixels();
    let mut out = String::with_capacity(body.len() * 2);
    let title = escape(&pages.title);
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide} {high}\" \
         width=\"{wide}\" height=\"{high}\" lang=\"{}\"><title>{title}, {}</title><defs>",
        escape(&pages.language),
        page + 1,
    );
    for (face, glyph) in used {
        let mut outline = Outline::default();
        if let Some(parsed) = face.parsed() {
            parsed.outline_glyph(GlyphId(glyph), &mut outline);
        }
        let _ = write!(out, "<path id=\"{}\" d=\"{}\"/>", name(page, face, glyph), outline.path);
    }
    let _ =
        write!(out, "</defs><rect width=\"{wide}\" height=\"{high}\" fill=\"#fff\"/>{body}</svg>");
    out
}

/// Several pages may stand in one web page, so the name of a glyph says whose it is.
fn name(page: usize, face: Face, glyph: u16) -> String {
    format!("p{page}f{}g{glyph}", face as u8)
}

fn write_run(out: &mut String, run: &Run, y: f32, page: usize) {
    let scale = run.size / 1000.0;
    let _ = write!(
        out,
        "<g fill=\"{}\" transform=\"translate({} {}) scale({} -{})\" aria-hidden=\"true\">",
        hex(run.colour),
        short(run.x),
        short(y),
        short(scale),
        short(scale),
    );
    for glyph in &run.glyphs {
        let text = run.text.get(glyph.text.clone()).unwrap_or_default();
        if text.chars().all(char::is_whitespace) {
            continue;
        }
        let _ = write!(
            out,
            "<use href=\"#{}\" x=\"{}\"",
            name(page, run.face, glyph.id),
            (glyph.x / scale).round()
        );
        if glyph.y != 0.0 {
            let _ = write!(out, " y=\"{}\"", (glyph.y / scale).round());
        }
        out.push_str("/>");
    }
    out.push_str("</g>");
    if run.text.trim().is_empty() {
        return;
    }
    let _ = write!(
        out,
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"none\" pointer-events=\"all\" \
         textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\">{}</text>",
        short(run.x),
        short(y),
        short(run.size),
        short(run.width),
        escape(&run.text),
    );
}

fn write_shape(out: &mut String, shape: &Shape) {
    let _ = match shape {
        Shape::Rect { x, y, width, height, radius, fill } => write!(
            out,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\" fill=\"{}\"/>",
            short(*x),
            short(*y),
            short(*width),
            short(*height),
            short(*radius),
            hex(*fill)
        ),
        Shape::Disc { x, y, radius, fill } => write!(
            out,
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\"/>",
            short(*x),
            short(*y),
            short(*radius),
            hex(*fill)
        ),
        Shape::Frame { x, y, width, height, radius, line, colour } => write!(
            out,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\" fill=\"none\" \
             stroke=\"{}\" stroke-width=\"{}\"/>",
            short(*x),
            short(*y),
            short(*width),
            short(*height),
            short(*radius),
            hex(*colour),
            short(*line)
        ),
        Shape::Polygon { points, fill } => {
            write!(out, "<polygon points=\"{}\" fill=\"{}\"/>", places(points), hex(*fill))
        }
        Shape::Stroke { points, width, colour } => {
            write!(
                out,
                "<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" \
                 stroke-linecap=\"round\" stroke-linejoin=\"round\"/>",
                places(points),
                hex(*colour),
                short(*width)
            )
        }
    };
}

fn places(points: &[(f32, f32)]) -> String {
    let points: Vec<String> =
        points.iter().map(|(x, y)| format!("{},{}", short(*x), short(*y))).collect();
    points.join(" ")
}

fn write_window(out: &mut String, window: Window, name: &str) {
    let _ = write!(
        out,
        "<clipPath id=\"{name}\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\
         </clipPath><g clip-path=\"url(#{name})\">",
        short(window.x),
        short(window.y),
        short(window.width),
        short(window.height)
    );
}

fn hex(Colour(r, g, b): Colour) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// A thousandth of a pixel is finer than any screen.
fn short(value: f32) -> f32 {
    (value * 1000.0).round() / 1000.0
}

/// The outline of a glyph as the data of a path, in font units with y upwards.
#[derive(Default)]
struct Outline {
    path: String,
}

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        let _ = write!(self.path, "M{x} {y}");
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let _ = write!(self.path, "L{x} {y}");
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let _ = write!(self.path, "Q{x1} {y1} {x} {y}");
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let _ = write!(self.path, "C{x1} {y1} {x2} {y2} {x} {y}");
    }

    fn close(&mut self) {
        self.path.push('Z');
    }
}
