//! How the screens of this laptop lie: whether the room has one of its own.

use serde::Serialize;
use tauri::Monitor;

/// Where a screen is and how large, in pixels of the whole desktop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    pub x: i32,
    pub y: i32,
    pub width: u32,
    pub height: u32,
}

/// What a projector would show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Screens {
    /// There is a screen beside the staff's own.
    Apart,
    /// There is one that shows the same picture: the room sees what the staff see.
    Mirrored,
    /// There is one screen. Most systems count one that is mirrored as this one, too.
    One,
}

impl Area {
    pub fn of(screen: &Monitor) -> Self {
        let (at, size) = (screen.position(), screen.size());
        Self { x: at.x, y: at.y, width: size.width, height: size.height }
    }

    /// Whether a part of the picture is on both. Screens that are set to show the same begin at
    /// the same place, also where one of them is smaller.
    fn shows_a_part_of(self, other: Self) -> bool {
        let meet = |a: i32, long: u32, b: i32, wide: u32| {
            i64::from(a) < i64::from(b) + i64::from(wide)
                && i64::from(b) < i64::from(a) + i64::from(long)
        };
        meet(self.x, self.width, other.x, other.width)
            && meet(self.y, self.height, other.y, other.height)
    }
}

/// How the screens lie, and which is the room's: the first on which nothing of the staff's is.
pub fn lie(own: Option<Area>, all: &[Area]) -> (Screens, Option<usize>) {
    let Some(own) = own else { return (Screens::One, None) };
    let apart = all.iter().position(|screen| !screen.shows_a_part_of(own));
    match apart {
        Some(_) => (Screens::Apart, apart),
        None if all.len() > 1 => (Screens::Mirrored, None),
        None => (Screens::One, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAPTOP: Area = Area { x: 0, y: 0, width: 1440, height: 900 };

    fn at(x: i32, y: i32) -> Area {
        Area { x, y, width: 1920, height: 1080 }
    }

    #[test]
    fn a_screen_beside_above_or_left_is_the_rooms() {
        for place in [at(1440, 0), at(0, -1080), at(-1920, 300), at(1440, 900)] {
            assert_eq!(lie(Some(LAPTOP), &[LAPTOP, place]), (Screens::Apart, Some(1)));
            assert_eq!(lie(Some(LAPTOP), &[place, LAPTOP]), (Screens::Apart, Some(0)));
        }
    }

    #[test]
    fn one_screen_is_one() {
        assert_eq!(lie(Some(LAPTOP), &[LAPTOP]), (Screens::One, None));
        // A desktop that will not say where its screens are.
        assert_eq!(lie(None, &[]), (Screens::One, None));
        assert_eq!(lie(Some(LAPTOP), &[]), (Screens::One, None));
    }

    #[test]
    fn screens_that_show_the_same_are_mirrored_whatever_their_size() {
        assert_eq!(lie(Some(LAPTOP), &[LAPTOP, LAPTOP]), (Screens::Mirrored, None));
        assert_eq!(lie(Some(LAPTOP), &[LAPTOP, at(0, 0)]), (Screens::Mirrored, None));
        assert_eq!(lie(Some(LAPTOP), &[LAPTOP, at(100, 100)]), (Screens::Mirrored, None));
    }

    #[test]
    fn of_three_the_one_that_shows_nothing_of_the_staffs_is_taken() {
        let all = [LAPTOP, at(0, 0), at(1920, 0)];
        assert_eq!(lie(Some(LAPTOP), &all), (Screens::Apart, Some(2)));
    }
}
