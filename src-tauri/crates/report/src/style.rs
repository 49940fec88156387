//! The look of each part that words can play: the print scale of the design tokens.
//!
//! Lengths are CSS pixels (1/96 inch), the unit of `tokens.css`.

pub use crate::face::Face;

/// Red, green and blue, 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Colour(pub u8, pub u8, pub u8);

pub const INK: Colour = Colour(0x14, 0x13, 0x11);
pub const INK_2: Colour = Colour(0x45, 0x41, 0x3b);
pub const INK_3: Colour = Colour(0x5f, 0x5a, 0x51);
pub const RULE: Colour = Colour(0xe3, 0xde, 0xd3);
pub const RULE_STRONG: Colour = Colour(0xcd, 0xc6, 0xb8);
/// The quiet ground of a note.
pub const WELL: Colour = Colour(0xf3, 0xf1, 0xec);
pub const ACCENT: Colour = Colour(0x2b, 0x4a, 0x86);
/// Green and red belong to stickers and to nothing else.
pub const GREEN: Colour = Colour(0x2d, 0x92, 0x5e);
pub const RED: Colour = Colour(0x9e, 0x1b, 0x2c);
pub const PAPER: Colour = Colour(0xff, 0xff, 0xff);

/// The part that words play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Title,
    /// Over the title: what kind of paper.
    Kicker,
    /// A section.
    Head,
    HeadNote,
    /// An idea that is talked of.
    Idea,
    /// The name of an idea among others.
    Name,
    Lens,
    Body,
    /// Second ink.
    Second,
    /// Third ink.
    Quiet,
    Strong,
    Bold,
    /// Small, second ink.
    Small,
    /// What people said.
    Words,
    /// Who said it.
    Cite,
    /// A number that is the result.
    Number,
    Foot,
    /// The title of a paper of the pack, and what stands under it.
    PaperTitle,
    PaperLead,
    /// The words of a handout: 12 points.
    Page,
    PageStrong,
    PageQuiet,
    /// An idea on a handout.
    PageIdea,
    /// An activity of the guide, its minutes, and what the moderator says.
    Activity,
    Minutes,
    Ask,
    /// The words of the guide.
    Guide,
    GuideStrong,
    GuideQuiet,
    /// Over a part of a page.
    Label,
    /// The number of a scale to ring.
    Ring,
}

/// How a part looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    pub face: Face,
    /// Pixels.
    pub size: f32,
    /// Pixels from one baseline to the next.
    pub leading: f32,
    pub colour: Colour,
    /// Em.
    pub tracking: f32,
    /// Words to be read on and on: one may be parted to fill a line that would stay rather empty,
    /// and the last does not stand alone where slightly shorter lines prevent it. A word that is
    /// longer than its line is parted in any case.
    pub prose: bool,
}

impl Role {
    pub fn style(self) -> Style {
        use Face::{Read, ReadStrong, Ui, UiBold, UiMedium, UiStrong};
        let (face, size, leading, colour) = match self {
            Self::Title => (ReadStrong, 40.0, 48.0, INK),
            Self::Kicker | Self::Second => (Ui, 13.0, 18.0, INK_2),
            Self::Head => (UiBold, 14.0, 20.0, INK),
            Self::HeadNote => (Ui, 14.0, 20.0, INK_3),
            Self::Idea => (ReadStrong, 20.0, 24.0, INK),
            Self::Name => (ReadStrong, 18.0, 24.0, INK),
            Self::Lens => (UiBold, 12.0, 16.0, INK),
            Self::Body => (Ui, 13.0, 18.0, INK),
            Self::Quiet => (Ui, 13.0, 18.0, INK_3),
            Self::Strong => (UiStrong, 13.0, 18.0, INK),
            Self::Bold => (UiBold, 13.0, 18.0, INK),
            Self::Small => (Ui, 12.0, 15.0, INK_2),
            Self::Words => (Read, 13.0, 18.0, INK),
            Self::Cite => (Ui, 12.0, 18.0, INK_3),
            Self::Number => (UiBold, 18.0, 18.0, INK),
            Self::Foot => (Ui, 12.0, 16.0, INK_3),
            Self::PaperTitle => (ReadStrong, 36.0, 42.0, INK),
            Self::PaperLead => (Ui, 18.0, 26.0, INK_2),
            Self::Page => (Ui, 16.0, 24.0, INK),
            Self::PageStrong => (UiBold, 16.0, 24.0, INK),
            Self::PageQuiet => (Ui, 16.0, 24.0, INK_2),
            Self::PageIdea => (ReadStrong, 22.0, 28.0, INK),
            Self::Activity => (ReadStrong, 34.0, 40.0, INK),
            Self::Minutes => (UiStrong, 26.0, 36.0, INK),
            Self::Ask => (UiMedium, 19.0, 27.0, INK),
            Self::Guide => (Ui, 15.0, 22.0, INK),
            Self::GuideStrong => (UiBold, 15.0, 22.0, INK),
            Self::GuideQuiet => (Ui, 15.0, 22.0, INK_2),
            Self::Label => (UiBold, 13.0, 20.0, INK_2),
            Self::Ring => (UiMedium, 15.0, 22.0, INK),
        };
        let tracking = match self {
            Self::Title => -0.02,
            Self::PaperTitle | Self::Activity => -0.015,
            _ => 0.0,
        };
        Style { face, size, leading, colour, tracking, prose: matches!(self, Self::Page) }
    }
}
