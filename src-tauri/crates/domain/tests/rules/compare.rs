//! Two versions compared: nothing where nothing changed, and every change once.

use domain::{
    Activity, ActivityId, Because, Design, DesignId, DesignVersion, MinutesByKind, Question,
    QuestionId, SessionId, Stage, Tool,
    compare::{
        Area, Content, Difference, DifferenceKind as Kind, NoSuchChange, Part, causes, compare,
        reworded, say_because,
    },
};
use proptest::prelude::*;
use serde_json::Value;

use crate::shipped::design;

fn only(before: &Design, after: &Design) -> Difference {
    let told = compare(before, after);
    assert_eq!(told.len(), 1, "{told:#?}");
    told.into_iter().next().unwrap()
}

/// Every way to a text, number or yes/no in a design that is not an id.
fn leaves(value: &Value, way: &str, out: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, inner) in fields {
                leaves(inner, &format!("{way}/{name}"), out);
            }
        }
        Value::Array(list) => {
            for (at, inner) in list.iter().enumerate() {
                leaves(inner, &format!("{way}/{at}"), out);
            }
        }
        Value::Null => {}
        _ => {
            let last = way.rsplit('/').next().unwrap();
            // Ids, words of a closed set, and a discussion's slot are no values to be reworded.
            if !["id", "slot", "type", "theme", "rule", "shown"].contains(&last) {
                out.push(way.to_owned());
            }
        }
    }
}

/// The design with another value at the end of that way.
fn with_another(value: &Value, way: &str) -> Design {
    let mut changed = value.clone();
    let leaf = changed.pointer_mut(way).unwrap();
    *leaf = match leaf {
        Value::String(text) => format!("{text} indeed").into(),
        Value::Number(n) => (n.as_u64().unwrap() + 1).into(),
        Value::Bool(yes) => (!*yes).into(),
        other => panic!("{other}"),
    };
    serde_json::from_value(changed).unwrap()
}

#[test]
fn every_value_of_a_design_that_changes_is_told_once() {
    let before = design();
    let value = serde_json::to_value(&before).unwrap();
    let mut ways = Vec::new();
    leaves(&value, "", &mut ways);
    assert!(ways.len() > 400, "{}", ways.len());
    for way in ways {
        let after = with_another(&value, &way);
        let told = compare(&before, &after);
        assert_eq!(told.len(), 1, "{way}: {told:#?}");
        assert_ne!(told[0].before, told[0].after, "{way}");
    }
}

#[test]
fn rules_themes_and_what_is_shown_are_told() {
    let before = design();
    let mut after = before.clone();
    after.slots[0].rule = domain::SlotRule::Joker;
    assert_eq!(only(&before, &after).part, Part::Rule);
    let mut after = before.clone();
    after.ideas[0].theme = after.themes[1].id.clone();
    assert_eq!(only(&before, &after).part, Part::Theme);
    let mut after = before.clone();
    after.attributes[0].shown = domain::Shown::Always;
    assert_eq!(only(&before, &after).part, Part::Shown);
}

fn any_activity(id: &str) -> Activity {
    Activity {
        id: ActivityId::from(id),
        title: "Break".to_owned(),
        subtitle: String::new(),
        ask: "Ten minutes for tea.".to_owned(),
        hint: String::new(),
        minutes: MinutesByKind::new(),
        least: MinutesByKind::new(),
        tool: Tool::None,
        questions: vec![Question { id: QuestionId::from("tea"), text: "Tea?".to_owned() }],
        probes: Vec::new(),
        notes: vec!["Milk.".to_owned()],
    }
}

/// One edit of a guide, as the editor makes it.
#[derive(Clone, Debug)]
enum Edit {
    AddActivity(usize, usize),
    DropActivity(usize),
    MoveActivity(usize, usize),
    MoveToStage(usize),
    AddStage(usize),
    DropStage(usize),
    MoveStage(usize, usize),
    RenameStage(usize),
    AddQuestion(usize),
    MoveQuestion(usize),
    AddNote(usize, usize),
    DropNote(usize, usize),
    Tool(usize),
}

fn edit() -> impl Strategy<Value = Edit> {
    let n = || any::<prop::sample::Index>().prop_map(|i| i.index(100));
    prop_oneof![
        (n(), n()).prop_map(|(a, b)| Edit::AddActivity(a, b)),
        n().prop_map(Edit::DropActivity),
        (n(), n()).prop_map(|(a, b)| Edit::MoveActivity(a, b)),
        n().prop_map(Edit::MoveToStage),
        n().prop_map(Edit::AddStage),
        n().prop_map(Edit::DropStage),
        (n(), n()).prop_map(|(a, b)| Edit::MoveStage(a, b)),
        n().prop_map(Edit::RenameStage),
        n().prop_map(Edit::AddQuestion),
        n().prop_map(Edit::MoveQuestion),
        (n(), n()).prop_map(|(a, b)| Edit::AddNote(a, b)),
        (n(), n()).prop_map(|(a, b)| Edit::DropNote(a, b)),
        n().prop_map(Edit::Tool),
    ]
}

/// Makes an edit; what kind of difference it should be, or None where it changes nothing.
fn make(design: &mut Design, edit: &Edit) -> Option<Kind> {
    let stages = design.stages.len();
    let full: Vec<usize> = (0..stages).filter(|s| design.stages[*s].activities.len() > 1).collect();
    let all = design.activities().count();
    let nth = |design: &mut Design, n: usize| -> (usize, usize) {
        let mut left = n % all;
        for (at, stage) in design.stages.iter().enumerate() {
            if left < stage.activities.len() {
                return (at, left);
            }
            left -= stage.activities.len();
        }
        unreachable!()
    };
    match *edit {
        Edit::AddActivity(s, a) => {
            let list = &mut design.stages[s % stages].activities;
            list.insert(a % (list.len() + 1), any_activity("break"));
            Some(Kind::Added)
        }
        Edit::DropActivity(s) => {
            let list = &mut design.stages[full[s % full.len()]].activities;
            list.remove(s % list.len());
            Some(Kind::Dropped)
        }
        Edit::MoveActivity(s, to) => {
            let list = &mut design.stages[full[s % full.len()]].activities;
            let (from, to) = (s % list.len(), to % list.len());
            let activity = list.remove(from);
            list.insert(to, activity);
            (from != to).then_some(Kind::Moved)
        }
        Edit::MoveToStage(s) => {
            let from = full[s % full.len()];
            let activity = design.stages[from].activities.pop()?;
            design.stages[(from + 1) % stages].activities.insert(0, activity);
            Some(Kind::Moved)
        }
        Edit::AddStage(s) => {
            let stage = Stage { title: "Tea".to_owned(), activities: vec![any_activity("break")] };
            design.stages.insert(s % (stages + 1), stage);
            Some(Kind::Added)
        }
        Edit::DropStage(s) => {
            design.stages.remove(s % stages);
            Some(Kind::Dropped)
        }
        Edit::MoveStage(from, to) => {
            let (from, to) = (from % stages, to % stages);
            let stage = design.stages.remove(from);
            design.stages.insert(to, stage);
            (from != to).then_some(Kind::Moved)
        }
        Edit::RenameStage(s) => {
            design.stages[s % stages].title.push_str(" again");
            Some(Kind::Reworded)
        }
        Edit::AddQuestion(a) => {
            let (s, a) = nth(design, a);
            let list = &mut design.stages[s].activities[a].questions;
            list.insert(0, Question { id: QuestionId::from("why"), text: "Why?".to_owned() });
            Some(Kind::Added)
        }
        Edit::MoveQuestion(a) => {
            let (s, a) = nth(design, a);
            let list = &mut design.stages[s].activities[a].questions;
            let gone = list.pop()?;
            let moved = !list.is_empty();
            list.insert(0, gone);
            moved.then_some(Kind::Moved)
        }
        Edit::AddNote(a, at) => {
            let (s, a) = nth(design, a);
            let list = &mut design.stages[s].activities[a].notes;
            list.insert(at % (list.len() + 1), "Open a window.".to_owned());
            Some(Kind::Added)
        }
        Edit::DropNote(a, at) => {
            let (s, a) = nth(design, a);
            let list = &mut design.stages[s].activities[a].notes;
            list.remove(at % list.len());
            Some(Kind::Dropped)
        }
        Edit::Tool(a) => {
            let (s, a) = nth(design, a);
            let activity = &mut design.stages[s].activities[a];
            let tool = if activity.tool == Tool::Tips { Tool::None } else { Tool::Tips };
            activity.tool = tool;
            Some(Kind::Changed)
        }
    }
}

proptest! {
    #[test]
    fn every_edit_of_a_guide_is_told_once_and_the_other_way_round(edit in edit()) {
        let before = design();
        let mut after = before.clone();
        let kind = make(&mut after, &edit);
        let told = compare(&before, &after);
        prop_assert_eq!(told.len(), usize::from(kind.is_some()), "{:#?}", told);
        prop_assert_eq!(told.first().map(|d| d.kind), kind);
        // Back, what was added was dropped, and nothing else is another matter.
        let back = compare(&after, &before);
        prop_assert_eq!(back.len(), told.len(), "{:#?}", back);
        prop_assert_eq!(back.first().map(|d| d.kind), kind.map(|kind| match kind {
            Kind::Added => Kind::Dropped,
            Kind::Dropped => Kind::Added,
            same => same,
        }));
    }

    #[test]
    fn versions_that_differ_are_never_told_as_the_same(edits in prop::collection::vec(edit(), 0..4)) {
        let before = design();
        let mut after = before.clone();
        for edit in &edits {
            // A second one of the same id is refused by the door; here it is left out.
            let mut tried = after.clone();
            make(&mut tried, edit);
            let ids: Vec<_> = tried.activities().map(|a| a.id.clone()).collect();
            let once: std::collections::BTreeSet<_> = ids.iter().collect();
            if once.len() == ids.len() && !tried.stages.is_empty() && tried.stages.iter().any(|s| s.activities.len() > 1) {
                after = tried;
            }
        }
        prop_assert_eq!(compare(&before, &after).is_empty(), before == after);
        prop_assert!(compare(&after, &after).is_empty());
    }

    #[test]
    fn the_words_of_a_side_put_together_are_its_text(b in "[a-d ]{0,20}", a in "[a-d ]{0,20}") {
        let (old, new) = reworded(&b, &a);
        let text = |runs: &[domain::compare::Run]| runs.iter().map(|r| r.text.as_str()).collect::<String>();
        prop_assert_eq!(text(&old), b);
        prop_assert_eq!(text(&new), a);
    }
}

#[test]
fn a_difference_says_where_it_is() {
    let before = design();
    let mut after = before.clone();
    after.stages[1].activities[0].probes[0].text = "Is anything missing here?".to_owned();
    let told = only(&before, &after);
    assert_eq!((told.kind, told.area, told.part), (Kind::Reworded, Area::Guide, Part::Probe));
    assert_eq!((told.stage.as_str(), told.of.as_str()), ("Values", "A good life"));
    let Some(Content::Words { runs }) = told.after else { panic!("{told:#?}") };
    let marked: Vec<&str> = runs.iter().filter(|r| r.differs).map(|r| r.text.trim()).collect();
    assert_eq!(marked, ["missing here?"]);
}

#[test]
fn every_field_has_a_name_of_its_own() {
    let before = design();
    let value = serde_json::to_value(&before).unwrap();
    let mut ways = Vec::new();
    leaves(&value, "", &mut ways);
    let mut fields = std::collections::BTreeMap::new();
    for way in ways {
        let field = only(&before, &with_another(&value, &way)).field;
        // The minutes of all kinds of group are one field.
        let way =
            way.replace("/minutes/mini", "/minutes/full").replace("/least/mini", "/least/full");
        let other = fields.entry(field.clone()).or_insert_with(|| way.clone());
        assert_eq!(*other, way, "{field}");
    }
}

fn cause(field: &str, session: u128) -> Because {
    Because { field: field.to_owned(), session: SessionId(uuid::Uuid::from_u128(session)) }
}

#[test]
fn a_cause_is_named_of_a_change_alone_and_goes_with_it() {
    let before = design();
    let mut after = before.clone();
    after.stages[0].title = "Coming in".to_owned();
    after.lenses[0].share += 1;
    let told = compare(&before, &after);
    let [stage, share] = [told[0].field.as_str(), told[1].field.as_str()];
    let by = |n| cause("", n).session;

    let one = say_because(&[], &told, share, by(2), true).unwrap();
    let two = say_because(&one, &told, stage, by(1), true).unwrap();
    assert_eq!(two, say_because(&two, &told, stage, by(1), true).unwrap(), "said twice");
    assert_eq!(say_because(&two, &told, stage, by(1), false).unwrap(), one);
    assert_eq!(say_because(&[], &told, "guide/welcome/ask/", by(1), true), Err(NoSuchChange));

    // Once the stage has its old title again, nothing was caused.
    let told = vec![told[1].clone()];
    assert_eq!(
        say_because(&two, &told, share, by(3), true).unwrap(),
        [cause(share, 2), cause(share, 3)]
    );
}

#[test]
fn causes_add_up_over_the_versions_between() {
    let version = |n: u32, amends: Option<u32>, because: Vec<Because>| DesignVersion {
        id: DesignId(uuid::Uuid::from_u128(n.into())),
        number: n,
        amends: amends.map(|n| DesignId(uuid::Uuid::from_u128(n.into()))),
        phase: domain::Phase::Main,
        note: String::new(),
        made: None,
        design: Design { because, ..design() },
    };
    let [a, b, c] = [cause("a", 1), cause("b", 2), cause("a", 3)];
    let all = [
        version(1, None, vec![]),
        version(2, Some(1), vec![a.clone(), b.clone()]),
        version(3, Some(2), vec![a.clone(), c.clone()]),
    ];
    let between = |from: usize, to: usize| causes(&all, all[from].id, all[to].id);
    assert_eq!(between(0, 1), [a.clone(), b.clone()]);
    assert_eq!(between(0, 2), [a.clone(), c.clone(), b]);
    assert_eq!(between(1, 2), [a, c]);
    assert_eq!(between(2, 0), [], "backwards");
    assert_eq!(between(1, 1), [], "itself");
}
