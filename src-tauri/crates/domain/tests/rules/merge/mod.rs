//! Records kept apart come together: in any order, twice as well as once, nothing lost, and what
//! two people say differently is shown (rules.md, The record).

mod cases;
mod deeds;
mod erasing;
mod laptop;
mod properties;

use laptop::Laptop;

/// A laptop that took in what the others have, one after the other.
fn all_of(laptops: &[&Laptop]) -> Laptop {
    let mut all = Laptop::new(9);
    for laptop in laptops {
        all.take_in(laptop);
    }
    all
}
