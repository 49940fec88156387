//! A guide as text: what is written reads back as the same guide, and what cannot be read is said
//! by line.

use domain::{Budget, Design, SlotRule, guide_text, method::fits};
use proptest::prelude::*;

use crate::shipped::design;

fn reasons(text: &str) -> Vec<(u32, String)> {
    let faults = guide_text::read(&design(), text).unwrap_err();
    faults.into_iter().map(|fault| (fault.line, fault.reason)).collect()
}

#[test]
fn the_shipped_guide_reads_back_as_itself() {
    let design = design();
    assert_eq!(guide_text::read(&design, &guide_text::write(&design)), Ok(design));
}

/// Words as people type them, marks of the text among them.
fn words() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "[A-Za-z“”’é?.,]{1,8}",
        Just("- ".to_owned()),
        Just("> ".to_owned()),
        Just("# ".to_owned()),
        Just("Hint: ".to_owned()),
        Just("\\".to_owned()),
        Just("\n".to_owned()),
        Just("**".to_owned()),
        Just(" ".to_owned()),
    ];
    let whole = prop::collection::vec(part, 1..6).prop_map(|parts| {
        let lines = parts.concat();
        lines.lines().map(str::trim).collect::<Vec<_>>().join("\n").trim().to_owned()
    });
    whole.prop_filter("says something", |text| !text.is_empty())
}

proptest! {
    #[test]
    fn any_guide_reads_back_as_itself(texts in prop::collection::vec(words(), 40), order in any::<prop::sample::Index>()) {
        let mut design: Design = design();
        let mut texts = texts.into_iter();
        let stages = design.stages.len();
        design.stages.rotate_left(order.index(stages));
        for stage in &mut design.stages {
            stage.title = texts.next().unwrap_or_default();
            for activity in &mut stage.activities {
                let (Some(title), Some(ask)) = (texts.next(), texts.next()) else { break };
                activity.title = title;
                activity.ask = ask;
                if let Some(question) = activity.questions.first_mut() {
                    question.text = texts.next().unwrap_or_else(|| "Why?".to_owned());
                }
                if let Some(note) = activity.notes.last_mut() {
                    *note = texts.next().unwrap_or_else(|| "Wait.".to_owned());
                }
            }
        }
        design.lenses[0].hint = texts.next().unwrap_or_default();
        for stage in &mut design.stages {
            if stage.title.is_empty() {
                stage.title = "Stage".to_owned();
            }
        }
        let text = guide_text::write(&design);
        prop_assert_eq!(guide_text::read(&design, &text), Ok(design), "{}", text);
    }

    #[test]
    fn any_settings_read_back_as_themselves(
        texts in prop::collection::vec(words(), 16),
        numbers in prop::collection::vec(0u32..200, 10),
        rules in prop::collection::vec(0usize..3, 3),
        order in any::<prop::sample::Index>(),
    ) {
        let base = design();
        let mut design = base.clone();
        let mut texts = texts.into_iter();
        let mut text = || texts.next().unwrap_or_default();
        for (kind, n) in design.kinds.iter_mut().zip(numbers.chunks(3)) {
            kind.name = text();
            (kind.minutes, kind.fewest, kind.most) = (n[0], n[1], n[2]);
        }
        design.budget = Budget { green: numbers[6], red: numbers[7] };
        design.scale.from = u8::try_from(numbers[8]).unwrap();
        design.scale.to = u8::try_from(numbers[9]).unwrap();
        (design.scale.low, design.scale.high) = (text(), text());
        for (slot, rule) in design.slots.iter_mut().zip(rules) {
            slot.name = text();
            slot.rule = [SlotRule::MostGreen, SlotRule::MostRed, SlotRule::Joker][rule];
        }
        (design.values.title, design.values.statement) = (text(), text());
        for value in design.values.items.iter_mut().take(3) {
            value.name = text();
        }
        let values = design.values.items.len();
        design.values.items.rotate_left(order.index(values));
        for lens in &mut design.lenses {
            lens.share += numbers[0];
            lens.idea_probes = numbers[1] % 2 == 0;
        }
        let written = guide_text::write(&design);
        prop_assert_eq!(guide_text::read(&design, &written), Ok(design.clone()), "{}", written);

        // Over another guide too, though what is new to it may go by another id.
        let there = guide_text::read(&base, &written).unwrap();
        prop_assert_eq!((&there.kinds, &there.scale), (&design.kinds, &design.scale));
        prop_assert_eq!(there.budget, design.budget);
        let rules = |d: &Design| -> Vec<(String, SlotRule)> {
            d.slots.iter().map(|s| (s.name.clone(), s.rule)).collect()
        };
        prop_assert_eq!(rules(&there), rules(&design));
        let names = |d: &Design| -> Vec<String> {
            d.values.items.iter().map(|v| v.name.clone()).collect()
        };
        prop_assert_eq!(names(&there), names(&design));
        prop_assert_eq!(there.values.statement, design.values.statement);
    }

    #[test]
    fn no_text_makes_reading_fail_without_words(text in "\\PC{0,200}") {
        match guide_text::read(&design(), &text) {
            Ok(design) => prop_assert!(!design.stages.is_empty()),
            Err(faults) => prop_assert!(!faults.is_empty()),
        }
    }
}

#[test]
fn a_question_that_was_reworded_keeps_its_name_and_a_new_one_gets_one() {
    let before = design();
    let text = guide_text::write(&before)
        .replace("- Is anything missing?", "- Is there anything missing?")
        .replace("- Which matter most?", "- Which matter most?\n- Which would you give up?");
    let after = guide_text::read(&before, &text).unwrap();
    let probes = &after.stages[1].activities[0].probes;
    let ids: Vec<&str> = probes.iter().map(|p| p.id.as_str()).collect();
    assert_eq!(ids[..3], ["good-life-missing", "good-life-disagree", "good-life-most"]);
    assert_eq!(ids[3], "good-life-which-would-you-give-up");
    assert_eq!(fits(&after), Ok(()));
}

#[test]
fn a_guide_written_by_hand_is_read() {
    let text = "\u{feff}# The guide\r\n\r\n## Opening\r\n### Welcome\r\n**Minutes:** 12\r\n> Who are you?\r\n\r\n\
                **Notes:**\r\n• Smile.\r\n* Wait.\r\n";
    let read = guide_text::read(&design(), text).unwrap();
    let welcome = &read.stages[0].activities[0];
    assert_eq!(welcome.id.as_str(), "welcome");
    assert_eq!(welcome.minutes.values().copied().collect::<Vec<_>>(), [12, 12]);
    assert_eq!(welcome.least, welcome.minutes);
    assert_eq!(welcome.notes, ["Smile.", "Wait."]);
    assert_eq!(read.lenses, design().lenses, "a text of the stages says nothing of the lenses");
}

#[test]
fn what_cannot_be_read_is_said_by_line() {
    let text = "# The guide\n## Opening\n### Welcome\nMinutes: full ten\nhello there\n- why?\n\
                > Who?\n### Tea\nTool: kettle\n> Tea?\nMinutes: 5\n";
    let said = reasons(text);
    assert_eq!(said.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [3, 4, 5, 6, 9]);
    assert!(said[0].1.contains("has no minutes"), "{said:?}");
    assert!(said[1].1.contains("“ten” is not a number"), "{said:?}");
    assert!(said[2].1.contains("“hello there” has no mark"), "{said:?}");
    assert!(said[3].1.contains("say what these lines are"), "{said:?}");
    assert!(said[4].1.contains("“kettle” is not a tool"), "{said:?}");
    assert!(reasons("").first().is_some_and(|(_, why)| why.contains("no guide here")));
    assert!(reasons("## Opening\n").first().is_some_and(|(_, why)| why.contains("no activities")));
}

#[test]
fn settings_that_cannot_be_read_are_said_by_line() {
    let text = "## Opening\n### Welcome\nMinutes: 5\n> Who?\n# Settings\nGreen: 2\n## Stickers\n\
                Green: two\n## Rating\nScale: 1-10\n## Ideas to discuss\n### Favourite\n\
                Chosen by: lot\n## Kinds of group\n### big group\nShort: Big One\n## Weather\n\
                ## Values\n- Support\n";
    let said = reasons(text);
    assert_eq!(said.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [6, 8, 10, 13, 16, 17, 18]);
    assert!(said[0].1.contains("belongs to no setting"), "{said:?}");
    assert!(said[1].1.contains("“two” is not a number"), "{said:?}");
    assert!(said[2].1.contains("“1-10” are not two numbers"), "{said:?}");
    assert!(said[3].1.contains("“lot” is no way to choose"), "{said:?}");
    assert!(said[4].1.contains("“Big One” is no short word"), "{said:?}");
    assert!(said[5].1.contains("“Weather” is not a setting"), "{said:?}");
    assert!(said[6].1.contains("“title:”"), "{said:?}");
}

#[test]
fn a_kind_of_group_comes_in_with_its_minutes() {
    let before = design();
    let text = guide_text::write(&before)
        .replace("Minutes: full ", "Minutes: family 7, full ")
        .replace("At least: full ", "At least: family 2, full ")
        .replace(
            "## Kinds of group\n",
            "## Kinds of group\n\n### family group\nShort: family\nMinutes: 90\nPeople: 3 to 5\n",
        );
    let after = guide_text::read(&before, &text).unwrap();
    assert_eq!(after.kinds.len(), 3);
    assert_eq!(after.kinds[0].name, "family group");
    assert!(after.activities().all(|a| a.minutes[&after.kinds[0].id] == 7));
    assert_eq!(fits(&after), Ok(()));
}
