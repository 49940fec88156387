//! Sizes of paper, and how a poster stands on them.

use crate::page::Size;

/// The papers that posters are printed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Paper {
    A4,
    A3,
    A2,
    A1,
    Letter,
    Tabloid,
    AnsiC,
    AnsiD,
}

impl Paper {
    pub const ALL: [Self; 8] = [
        Self::A4,
        Self::A3,
        Self::A2,
        Self::A1,
        Self::Letter,
        Self::Tabloid,
        Self::AnsiC,
        Self::AnsiD,
    ];

    /// The name it is asked for by: "A2", "letter".
    pub fn name(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::A3 => "A3",
            Self::A2 => "A2",
            Self::A1 => "A1",
            Self::Letter => "Letter",
            Self::Tabloid => "Tabloid",
            Self::AnsiC => "ANSI C",
            Self::AnsiD => "ANSI D",
        }
    }

    /// The paper of that name, in large or small letters.
    pub fn named(name: &str) -> Option<Self> {
        let plain = |name: &str| name.replace([' ', '-', '_'], "").to_ascii_lowercase();
        Self::ALL.into_iter().find(|paper| plain(paper.name()) == plain(name))
    }

    /// Upright (ISO 216; ANSI/ASME Y14.1).
    pub fn size(self) -> Size {
        let (width, height) = match self {
            Self::A4 => (210.0, 297.0),
            Self::A3 => (297.0, 420.0),
            Self::A2 => (420.0, 594.0),
            Self::A1 => (594.0, 841.0),
            Self::Letter => (215.9, 279.4),
            Self::Tabloid => (279.4, 431.8),
            Self::AnsiC => (431.8, 558.8),
            Self::AnsiD => (558.8, 863.6),
        };
        Size { width, height }
    }
}

/// How a sheet is held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Turn {
    #[default]
    Landscape,
    Portrait,
}

/// How posters are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Print {
    pub paper: Paper,
    pub turn: Turn,
    pub sheets: Sheets,
}

/// On what sheets a poster comes out of the printer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sheets {
    /// On one of its own size.
    #[default]
    Whole,
    /// On a larger one with crop marks, printed 3 mm beyond the cut.
    Cut,
    /// On several of an office printer, to be laid over one another up to a line.
    Tiled(Office),
}

/// What an office printer prints on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Office {
    A4,
    Letter,
}

impl Print {
    /// Whole sheets of a paper, across.
    pub fn on(paper: Paper) -> Self {
        Self { paper, turn: Turn::Landscape, sheets: Sheets::Whole }
    }

    /// Size of the poster.
    pub fn size(self) -> Size {
        match self.turn {
            Turn::Portrait => self.paper.size(),
            Turn::Landscape => self.paper.size().turned(),
        }
    }
}

impl Office {
    pub fn size(self) -> Size {
        match self {
            Self::A4 => Paper::A4.size(),
            Self::Letter => Paper::Letter.size(),
        }
    }

    /// Half a sheet, upright: what a ballot is printed on (A5; half letter).
    pub fn half(self) -> Size {
        match self {
            Self::A4 => Size { width: 148.0, height: 210.0 },
            Self::Letter => Size { width: 139.7, height: 215.9 },
        }
    }
}

/// Whether a language is written from right to left: its text also comes beside a PDF.
pub fn from_right_to_left(language: &str) -> bool {
    crate::text::Setter::is_rtl(language)
}
