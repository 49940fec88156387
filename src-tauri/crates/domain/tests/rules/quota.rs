//! Nothing is said to be out of reach that could be reached: held against all ways to fill the
//! seats of two small tables.

use std::collections::BTreeMap;

use domain::{
    AttributeId, Quota, SessionId,
    quota::{OpenTable, QuotaNotice, fewest, notices, progress},
};
use proptest::prelude::*;
use uuid::Uuid;

/// A person has one of two values of each of two attributes.
type Person = (usize, usize);

const EVERYBODY: [Person; 4] = [(0, 0), (0, 1), (1, 0), (1, 1)];

fn quota(a: Option<usize>, b: Option<usize>, people: u32) -> Quota {
    let value = |name: &str, v: Option<usize>| {
        v.map(|v| (AttributeId::from(name), ["old", "young"][v].to_owned()))
    };
    let of: BTreeMap<_, _> = value("age", a).into_iter().chain(value("grade", b)).collect();
    Quota { of, people }
}

fn fits(quota: &Quota, (a, b): Person) -> bool {
    let is = |name: &str, v: usize| {
        quota.of.get(&AttributeId::from(name)).is_none_or(|value| value == ["old", "young"][v])
    };
    is("age", a) && is("grade", b)
}

fn table(free: u32, wants: Vec<Quota>) -> OpenTable {
    OpenTable { session: SessionId(Uuid::nil()), free, wants }
}

/// All ways to fill a table so that its own quotas are met, a seat left empty included.
fn fillings(table: &OpenTable) -> Vec<Vec<Person>> {
    let mut all = vec![Vec::new()];
    for _ in 0..table.free {
        let longer = all.iter().flat_map(|seated: &Vec<Person>| {
            EVERYBODY.iter().map(|person| [seated.as_slice(), &[*person]].concat())
        });
        all = longer.chain(all.iter().cloned()).collect();
    }
    all.retain(|seated| table.wants.iter().all(|want| count(want, seated) >= want.people));
    all
}

fn count(quota: &Quota, seated: &[Person]) -> u32 {
    u32::try_from(seated.iter().filter(|person| fits(quota, **person)).count()).unwrap()
}

fn any_quota(most: u32) -> impl Strategy<Value = Quota> {
    (prop::option::of(0..2usize), prop::option::of(0..2usize), 1..=most)
        .prop_filter("of nobody in particular", |(a, b, _)| a.is_some() || b.is_some())
        .prop_map(|(a, b, people)| quota(a, b, people))
}

fn any_table() -> impl Strategy<Value = OpenTable> {
    (0..=3u32, prop::collection::vec(any_quota(2), 0..=2)).prop_map(|(f, wants)| table(f, wants))
}

proptest! {
    #[test]
    fn what_cannot_be_found_cannot(
        tables in prop::collection::vec(any_table(), 1..=2),
        quotas in prop::collection::vec(any_quota(6), 1..=3),
    ) {
        let ways: Vec<Vec<Vec<Person>>> = tables.iter().map(fillings).collect();
        prop_assume!(ways.iter().all(|ways| !ways.is_empty()));
        let most = |quota: &Quota| -> u32 {
            ways.iter().map(|ways| ways.iter().map(|w| count(quota, w)).max().unwrap()).sum()
        };
        let all = progress(&quotas, &vec![0; quotas.len()], &tables);
        for one in &all {
            prop_assert!(one.can_find >= most(&one.quota).min(one.quota.people));
        }
        // Whatever stands in the way of some quotas stands in the way of them in every filling.
        let reached = |wanted: &[Quota]| {
            let first = ways.first().into_iter().flatten();
            let none = vec![Vec::new()];
            let second = ways.get(1).unwrap_or(&none);
            first.flat_map(|a| second.iter().map(move |b| [a.as_slice(), b].concat()))
                .any(|seated| wanted.iter().all(|q| count(q, &seated) >= q.people))
        };
        for notice in notices(&all, &tables) {
            match notice {
                QuotaNotice::TooFewSeats { quota, .. } => prop_assert!(!reached(&[quota])),
                QuotaNotice::Together { quotas, to_find, seats } => {
                    prop_assert!(to_find > seats);
                    prop_assert!(!reached(&quotas));
                }
                QuotaNotice::EverySeat { quota, to_find, .. } => {
                    prop_assert!(most(&quota) <= to_find);
                }
            }
        }
    }

    #[test]
    fn of_one_attribute_the_seats_are_exact(
        free in 0..=4u32, old in 0..=2u32, young in 0..=2u32, value in 0..2usize,
    ) {
        let wants = vec![quota(Some(0), None, old), quota(Some(1), None, young)];
        let wants: Vec<Quota> = wants.into_iter().filter(|q| q.people > 0).collect();
        let table = table(free, wants);
        let ways = fillings(&table);
        prop_assume!(!ways.is_empty());
        let asked = quota(Some(value), None, 1);
        let most = ways.iter().map(|way| count(&asked, way)).max().unwrap();
        prop_assert_eq!(table.seats_for(&asked.of), most);
    }

    #[test]
    fn of_values_of_one_attribute_it_is_said_whenever_they_do_not_all_fit(
        tables in prop::collection::vec(0..=3u32, 1..=3), old in 1..=6u32, young in 1..=6u32,
    ) {
        let tables: Vec<OpenTable> = tables.into_iter().map(|free| table(free, vec![])).collect();
        let seats: u32 = tables.iter().map(|t| t.free).sum();
        let quotas = [quota(Some(0), None, old), quota(Some(1), None, young)];
        let said = notices(&progress(&quotas, &[0, 0], &tables), &tables);
        let short = said.iter().any(|notice| !matches!(notice, QuotaNotice::EverySeat { .. }));
        prop_assert_eq!(short, old + young > seats);
    }
}

#[test]
fn a_band_whose_only_group_is_over_has_no_seat_left() {
    let old = quota(Some(0), Some(1), 9);
    let young = table(3, vec![quota(Some(1), None, 3)]);
    let all = progress(std::slice::from_ref(&old), &[8], std::slice::from_ref(&young));
    assert_eq!(all[0].can_find, 0);
    assert_eq!(
        notices(&all, &[young]),
        [QuotaNotice::TooFewSeats { quota: old, people: 8, seats: 0 }]
    );
}

#[test]
fn five_to_find_and_five_seats_left_is_said_with_the_groups() {
    let heavy = quota(None, Some(0), 16);
    let tables = [table(3, vec![quota(Some(1), None, 3)]), table(2, vec![])];
    let all = progress(std::slice::from_ref(&heavy), &[11], &tables);
    let sessions = tables.iter().map(|table| table.session).collect();
    assert_eq!(
        notices(&all, &tables),
        [QuotaNotice::EverySeat { quota: heavy, to_find: 5, sessions }]
    );
}

#[test]
fn tables_that_are_for_them_anyway_need_no_word() {
    let old = quota(Some(0), None, 5);
    let table = table(5, vec![quota(Some(0), None, 5)]);
    let all = progress(&[old], &[0], std::slice::from_ref(&table));
    assert_eq!(notices(&all, &[table]), []);
}

#[test]
fn quotas_that_no_person_can_share_ask_for_as_many_people_as_they_add_up_to() {
    // Five of one age and four of another are nine people; three of some grade may be among them.
    let all = [quota(Some(0), None, 5), quota(Some(1), None, 4), quota(None, Some(0), 3)];
    assert_eq!(fewest(&all), 9);
    assert_eq!(fewest(&all[1..]), 4);
    assert_eq!(fewest(&[]), 0);
}
