//! Who said it, in general terms.

use domain::attribution::{asked, compose};
use domain::*;
use proptest::prelude::*;

use crate::example::{design, person, plan};

fn with(mut person: Participant, attribute: &str, value: &str) -> Participant {
    person.attributes.insert(attribute.into(), value.into());
    person
}

/// Seats 1 and 2 are alike, seat 3 is the only man, seat 4 is older.
fn group() -> Vec<Participant> {
    vec![
        person(1, "Female", "25-39", ""),
        person(2, "Female", "25-39", "Oxford"),
        person(3, "Male", "25-39", ""),
        person(4, "Female", "40-64", ""),
    ]
}

#[test]
fn sex_age_band_and_place() {
    let group = group();
    let said = compose(&design().attributes, &plan(), &group[0], &group);
    assert_eq!(said.text, "Female, 25–39, Oxford");
    assert_eq!((said.fits, said.coarser), (2, None));
}

#[test]
fn it_warns_where_it_fits_one_person_and_offers_a_coarser_form() {
    let group = group();
    let older = compose(&design().attributes, &plan(), &group[3], &group);
    assert_eq!((older.text.as_str(), older.fits), ("Female, 40–64, Oxford", 1));
    assert_eq!(older.coarser.as_deref(), Some("Female, Oxford"));
    let man = compose(&design().attributes, &plan(), &group[2], &group);
    assert_eq!(man.coarser.as_deref(), Some("25–39, Oxford"));
}

#[test]
fn a_person_marked_for_it_gets_the_coarser_form() {
    let mut group = group();
    group[3].coarse = true;
    let said = compose(&design().attributes, &plan(), &group[3], &group);
    assert_eq!(said.text, "Female, Oxford");
    assert_eq!((said.fits, said.coarser), (3, None));
}

#[test]
fn somebody_alone_with_a_place_of_their_own_falls_back_on_the_sessions() {
    let group = [person(1, "Male", "65+", "Iffley"), person(2, "Female", "25-39", "")];
    let said = compose(&design().attributes, &plan(), &group[0], &group);
    assert_eq!(said.text, "Male, 65+, Iffley");
    assert_eq!(said.coarser.as_deref(), Some("Oxford"));
}

#[test]
fn somebody_who_did_not_come_hides_nobody() {
    let mut group = group();
    group[1].absence = Some("ill".into());
    let said = compose(&design().attributes, &plan(), &group[0], &group);
    assert_eq!(said.fits, 1);
}

#[test]
fn ethnicity_stands_there_only_in_a_group_recruited_by_it() {
    let each = |p| with(p, "ethnicity", "Afro-Caribbean");
    let group: Vec<_> = group().into_iter().map(each).collect();
    let mixed = compose(&design().attributes, &plan(), &group[0], &group);
    assert_eq!(mixed.text, "Female, 25–39, Oxford");
    let mut recruited = plan();
    recruited.recruited_by = vec!["ethnicity".into()];
    let said = compose(&design().attributes, &recruited, &group[0], &group);
    assert_eq!(said.text, "Female, 25–39, Afro-Caribbean, Oxford");
}

#[test]
fn what_the_study_asks_beside_the_method_is_shown_by_the_same_rule() {
    let one = |id: &str, shown| Attribute {
        id: id.into(),
        name: id.to_owned(),
        values: Vec::new(),
        shown,
    };
    let own = [
        one("caring", Shown::Always),
        one("faith", Shown::WhenRecruitedBy),
        one("income", Shown::Never),
        // The method asks this too, and its own rule for it stands.
        one("ethnicity", Shown::Always),
    ];
    let sample = Sample { attributes: own.to_vec(), quotas: Vec::new() };
    let asked = asked(&design(), &sample);
    // The study's are the values.
    assert!(asked.iter().any(|a| a.id.as_str() == "ethnicity" && a.values.is_empty()));
    let each = |p| with(with(with(p, "caring", "carer"), "faith", "Quaker"), "income", "high");
    let group: Vec<_> = group().into_iter().map(|p| with(each(p), "ethnicity", "Secret")).collect();
    let said = compose(&asked, &plan(), &group[0], &group);
    assert_eq!(said.text, "Female, 25–39, carer, Oxford");
    let mut recruited = plan();
    recruited.recruited_by = vec!["faith".into()];
    let said = compose(&asked, &recruited, &group[0], &group);
    assert_eq!(said.text, "Female, 25–39, carer, Quaker, Oxford");
    let shows: Vec<&str> = said.shows.iter().map(AttributeId::as_str).collect();
    assert_eq!(shows, ["sex", "age-band", "caring", "faith", "place"]);
}

#[test]
fn the_groups_own_label_stands_in_place_of_an_age() {
    let mut plan = plan();
    plan.place = "London".into();
    plan.label = Some("net contributor to public services".into());
    let group = [person(1, "Male", "40-64", ""), person(2, "Female", "40-64", "")];
    let said = compose(&design().attributes, &plan, &group[0], &group);
    assert_eq!(said.text, "Male, net contributor to public services, London");
    assert_eq!(said.coarser.as_deref(), Some("net contributor to public services, London"));
}

#[test]
fn with_nothing_known_it_is_the_groups_name() {
    let mut plan = plan();
    plan.place = String::new();
    let group = [person(1, "", "", "")];
    let said = compose(&design().attributes, &plan, &group[0], &group);
    assert_eq!((said.text.as_str(), said.fits), ("Oxford, 25–39", 1));
}

fn any_person() -> impl Strategy<Value = Participant> {
    (
        prop::sample::select(vec!["Female", "Male", "female", ""]),
        prop::sample::select(vec!["18-24", "25-39", "65+", ""]),
        prop::sample::select(vec!["", "Oxford", "Iffley"]),
        prop::sample::select(vec!["", "Secret-one", "Secret-two"]),
        prop::sample::select(vec!["", "Nurse", "Driver"]),
        any::<(bool, bool)>(),
    )
        .prop_map(|(sex, age, place, ethnicity, work, (coarse, absent))| {
            let mut person = with(person(0, sex, age, place), "ethnicity", ethnicity);
            person = with(with(person, "work", work), "grade", "Secret-grade");
            person.coarse = coarse;
            person.absence = absent.then(|| "ill".into());
            person
        })
}

fn any_group() -> impl Strategy<Value = Vec<Participant>> {
    prop::collection::vec(any_person(), 1..8).prop_map(|mut group| {
        for (person, seat) in group.iter_mut().zip(1_u128..) {
            person.id = ParticipantId(uuid::Uuid::from_u128(seat));
        }
        group
    })
}

proptest! {
    #[test]
    fn ethnicity_never_leaks(group in any_group(), recruited in any::<bool>()) {
        let mut plan = plan();
        plan.recruited_by = if recruited { vec!["grade".into()] } else { vec![] };
        for person in &group {
            let said = compose(&design().attributes, &plan, person, &group);
            let all = format!("{} {}", said.text, said.coarser.unwrap_or_default());
            prop_assert!(!all.contains("Secret"), "{all}");
        }
    }

    /// The coarser form is offered when the full one points to one person, differs from it, and
    /// fits everyone who is left with the same words.
    #[test]
    fn pointing_to_one_person_is_said(group in any_group()) {
        for person in &group {
            let said = compose(&design().attributes, &plan(), person, &group);
            prop_assert!(said.fits >= 1 && !said.text.is_empty());
            prop_assert!(said.fits == 1 || said.coarser.is_none());
            if let Some(coarser) = said.coarser {
                prop_assert_ne!(&coarser, &said.text);
                let mut marked = person.clone();
                marked.coarse = true;
                let shown = compose(&design().attributes, &plan(), &marked, &group);
                prop_assert_eq!(&shown.text, &coarser);
                let others = group.iter().filter(|p| p.id != person.id && p.absence.is_none());
                // The session's own place is all that is left, and it fits everyone.
                prop_assert!(shown.fits > 1 || coarser == "Oxford" || others.count() == 0);
            } else if said.fits == 1 && !person.coarse {
                prop_assert_eq!(said.text.as_str(), "Oxford");
            }
        }
    }
}
