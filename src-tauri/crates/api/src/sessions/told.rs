//! How far recruiting is, in words, for the command line: the same as the window shows.

use std::collections::BTreeMap;

use domain::{Attribute, AttributeId, attribution};
use serde::Deserialize;
use serde_json::Value;

use crate::words::{Word, say};

type Kind = BTreeMap<AttributeId, String>;

/// Everything that people of a study are asked, as `study` gives it: what everybody is asked, what
/// the method asks, what the sample asks beside it.
pub fn asked(study: &Value) -> Vec<Attribute> {
    let always = [("sex", "sample-sex"), ("age-band", "sample-age"), ("place", "sample-place")];
    let always = always.map(|(id, name)| Attribute {
        id: AttributeId::from(id),
        name: say(name, &[]),
        values: Vec::new(),
        shown: domain::Shown::Always,
    });
    let read = |list: &Value| Vec::<Attribute>::deserialize(list).unwrap_or_default();
    let of_method = read(&study["design"]["design"]["attributes"]);
    let own = read(&study["study"]["sample"]["attributes"]);
    always.into_iter().chain(attribution::asked_by(&of_method, &own)).collect()
}

/// Whom a quota is for: "65+, ABC1"; "Heavy user".
pub fn kind_words(quota: &Value, asked: &[Attribute]) -> String {
    let of = Kind::deserialize(&quota["of"]).unwrap_or_default();
    let known = asked.iter().filter_map(|one| of.get(&one.id).map(|value| (one, value.as_str())));
    // Yes says nothing by itself: the name of what was asked does.
    let is_yes = |value: &str| value.eq_ignore_ascii_case("yes");
    known
        .map(|(one, value)| if is_yes(value) { &one.name } else { value })
        .collect::<Vec<_>>()
        .join(", ")
}

/// What whoever recruits should know, as `sample` gives it.
pub fn notice_words(notice: &Value, asked: &[Attribute]) -> String {
    let kind = |quota: &Value| Word::from(kind_words(quota, asked));
    let number = |name: &str| Word::from(notice[name].as_i64().unwrap_or_default());
    match notice["type"].as_str() {
        Some("too_few_seats") => {
            let (quota, people) = (&notice["quota"], &notice["people"]);
            let wanted = quota["people"].as_i64().unwrap_or_default();
            let n = Word::from(wanted - people.as_i64().unwrap_or_default());
            say("notice-no-seat", &[("kind", kind(quota)), ("n", n), ("seats", number("seats"))])
        }
        Some("every_seat") => {
            say("notice-every-seat", &[("kind", kind(&notice["quota"])), ("n", number("to_find"))])
        }
        _ => {
            let all = notice["quotas"].as_array().into_iter().flatten();
            let kinds: Vec<String> = all.map(|quota| kind_words(quota, asked)).collect();
            let args = [
                ("kinds", Word::from(kinds.join("; "))),
                ("n", number("to_find")),
                ("seats", number("seats")),
            ];
            say("notice-together", &args)
        }
    }
}

/// Who of the staff is elsewhere at that time, as `weigh_plan` gives it.
pub fn busy_words(busy: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let time: String = text(&busy["time"]).chars().take(5).collect();
    let who = say("days-clash", &[("who", text(&busy["who"]).into())]);
    let place = [
        ("group", Word::from(text(&busy["group"]["group"]))),
        ("day", text(&busy["date"]).into()),
        ("time", time.into()),
    ];
    format!("{who} {}", say("plan-busy", &place))
}
