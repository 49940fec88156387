//! Consent, and somebody in the place of somebody else.

use api::ProblemCode as Code;
use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::room::Room;

/// All that the summary says, in one line: the words that lie over the letters.
pub fn summary(room: &mut Room) -> String {
    let session = room.session;
    let pages = room.ok("summary", json!({"session": session}));
    let svg: String = pages["pages"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    let words: Vec<&str> = svg
        .split("<text")
        .skip(1)
        .filter_map(|part| part.split_once('>')?.1.split_once("</text>"))
        .map(|(words, _)| words.trim())
        .collect();
    words.join(" ")
}

fn person(room: &mut Room, id: Uuid) -> Value {
    let evening = room.evening();
    let people = evening["participants"].as_array().unwrap();
    people.iter().find(|p| p["id"] == json!(id)).unwrap().clone()
}

fn say(room: &mut Room, seat: usize, consent: Value) {
    let person = room.people[seat - 1];
    room.ok("say_consent", json!({"participant": person, "consent": consent}));
}

/// What everybody says in these tests: a verbatim each, a tip each, a line of the flip chart each.
fn all_speak(room: &mut Room) {
    let session = room.session;
    for seat in 1..=9 {
        room.keep(&format!("{seat} spoken{seat} #security *")).unwrap();
        room.keep(&format!("={seat} charted{seat}")).unwrap();
        let who = room.people[seat - 1];
        let tip = format!("tipped{seat}");
        room.ok("keep_tip", json!({"session": session, "participant": who, "text": tip}));
    }
    for item in room.evening()["flip_items"].as_array().unwrap() {
        let mut with = item.clone();
        with["item"] = item["id"].clone();
        with["value"] = json!("security");
        room.ok("change_flip_item", with);
    }
}

#[test]
fn who_said_no_is_counted_and_not_quoted() {
    let mut room = Room::new();
    all_speak(&mut room);
    let before = summary(&mut room);
    for words in ["spoken2", "charted1", "tipped2", "9 lines, 9 starred"] {
        assert!(before.contains(words), "{words} in {before}");
    }
    assert!(!before.contains("not quoted"));

    say(&mut room, 2, json!({"take_part": true, "quoted": false}));
    say(&mut room, 1, json!({"quoted": false}));
    let after = summary(&mut room);
    for words in ["spoken1", "spoken2", "charted1", "charted2", "tipped1", "tipped2", "Seat 2"] {
        assert!(!after.contains(words), "{words} in {after}");
    }
    for words in ["spoken3", "tipped3", "charted3", "9 lines, 9 starred", "6 things said"] {
        assert!(after.contains(words), "{words} in {after}");
    }
    let session = room.session;
    let shown = room.ok("attributions", json!({"session": session}));
    let quoted: Vec<bool> =
        shown.as_array().unwrap().iter().map(|a| a["quoted"] == json!(true)).collect();
    assert_eq!(quoted.iter().filter(|q| !**q).count(), 2);
    room.is_sound();
}

#[test]
fn what_two_people_said_is_quoted_only_if_both_let_it() {
    let mut room = Room::new();
    room.keep("3,4 together *").unwrap();
    assert!(summary(&mut room).contains("together"));
    say(&mut room, 4, json!({"quoted": false}));
    assert!(!summary(&mut room).contains("together"));
}

#[test]
fn who_takes_consent_back_is_left_out_and_back_in_when_it_stands_again() {
    let mut room = Room::new();
    let who = room.people[4];
    room.keep("5 withdrawn *").unwrap();
    room.keep("6 staying *").unwrap();
    let line = room.evening()["lines"][0].clone();
    let mut told = line.clone();
    told["line"] = line["id"].clone();
    told["kind"] = json!("paraphrase");
    say(&mut room, 5, json!({"quoted": true, "recorded": false}));
    room.ok("withdraw_consent", json!({"participant": who}));
    assert_eq!(person(&mut room, who)["consent"]["recorded"], json!(false), "answers are kept");
    let out = summary(&mut room);
    assert!(!out.contains("withdrawn") && out.contains("staying") && out.contains("1 thing said"));
    // Nor in the note-taker's words, which stay for someone who only said no to being quoted.
    room.ok("change_line", told);
    assert!(!summary(&mut room).contains("withdrawn"));

    let again = json!({"participant": who, "consent": {"quoted": true}});
    room.refused_with(Code::HasWithdrawn, "say_consent", again);
    let first = person(&mut room, who)["withdrew"].clone();
    room.ok("withdraw_consent", json!({"participant": who}));
    assert_eq!(person(&mut room, who)["withdrew"], first, "the first time stands");

    room.ok("consent_again", json!({"participant": who}));
    assert!(summary(&mut room).contains("withdrawn"));
    say(&mut room, 5, json!({"quoted": false}));
    assert!(summary(&mut room).contains("withdrawn"), "in the note-taker's words");
    room.is_sound();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Whatever people answer, the summary quotes those who let it, no one else, and everybody
    /// stays in the numbers.
    #[test]
    fn only_those_who_let_it_are_quoted(
        said in prop::collection::vec((any::<Option<bool>>(), any::<bool>()), 9)
    ) {
        let mut room = Room::new();
        for seat in 1..=9 {
            room.keep(&format!("{seat} spoken{seat} *")).unwrap();
        }
        for (seat, (quoted, withdraws)) in (1..).zip(&said) {
            say(&mut room, seat, json!({"quoted": quoted}));
            if *withdraws {
                let who = room.people[seat - 1];
                room.ok("withdraw_consent", json!({"participant": who}));
            }
        }
        let words = summary(&mut room);
        for (seat, (quoted, withdraws)) in (1..).zip(&said) {
            let may = *quoted != Some(false) && !withdraws;
            prop_assert_eq!(words.contains(&format!("spoken{seat}")), may, "seat {}", seat);
        }
        prop_assert!(words.contains("9 lines, 9 starred") && words.contains("9 people"));
    }
}

#[test]
fn a_whole_table_says_yes_in_one_act() {
    let mut room = Room::new();
    let (session, late) = (room.session, room.people[8]);
    room.ok("person_expected", json!({"participant": late}));
    say(&mut room, 3, json!({"quoted": false, "recorded": true}));
    room.ok("all_said_yes", json!({"session": session}));
    let yes = json!({"take_part": true, "recorded": true, "quoted": true, "observers": true});
    let all = room.people.clone();
    assert_eq!(person(&mut room, all[0])["consent"], yes);
    let third = person(&mut room, all[2])["consent"].clone();
    assert_eq!(third["quoted"], json!(false), "a no stays a no");
    assert_eq!(third["observers"], json!(true));
    let not_here = person(&mut room, late)["consent"].clone();
    assert_eq!(not_here["take_part"], Value::Null, "signs when they come");
    room.refused_with(Code::NobodyToAsk, "all_said_yes", json!({"session": session}));
    room.ok("undo", json!({"session": session}));
    assert_eq!(person(&mut room, all[0])["consent"]["quoted"], Value::Null);
    room.is_sound();
}

#[test]
fn who_comes_instead_takes_the_seat_and_who_did_not_come_stays_without() {
    let mut room = Room::new();
    let (session, missing, new) = (room.session, room.people[8], Uuid::now_v7());
    room.ok("person_expected", json!({"participant": missing}));
    let with = json!({"id": new, "name": " Daniel ", "sex": "Male", "age_band": "25–29",
                      "attributes": {"grade": "ABC1"}});
    let mut nameless = with.clone();
    nameless["name"] = json!(" ");
    room.refused_with(
        Code::EmptyName,
        "replace_person",
        json!({"participant": missing, "with": nameless}),
    );
    room.ok("replace_person", json!({"participant": missing, "with": with}));

    let gone = person(&mut room, missing);
    assert_eq!((&gone["seat"], &gone["absence"]), (&Value::Null, &json!("no-show")));
    let daniel = person(&mut room, new);
    assert_eq!((&daniel["seat"], &daniel["name"]), (&json!(9), &json!("Daniel")));
    assert_eq!((&daniel["replaces"], &daniel["came"]), (&json!(missing), &Value::Null));
    assert_eq!(room.evening()["undo"]["args"]["name"], json!("Daniel"));
    assert!(summary(&mut room).contains("One person did not come: no-show."));

    let other = json!({"id": Uuid::now_v7(), "name": "Ada"});
    let with = json!({"participant": missing, "with": other});
    room.refused_with(Code::NoSeatToGive, "replace_person", with);
    let seated = json!({"id": room.people[0], "name": "Seat 1"});
    let with = json!({"participant": new, "with": seated});
    room.refused_with(Code::HasASeat, "replace_person", with);

    // What is seated anew keeps whose place it is; taking the other out forgets it.
    let mut typed = daniel.clone();
    typed["age_band"] = json!("30–34");
    room.ok("seat_person", typed);
    assert_eq!(person(&mut room, new)["replaces"], json!(missing));
    room.ok("remove_person", json!({"participant": missing}));
    assert_eq!(person(&mut room, new)["replaces"], Value::Null);
    for _ in 0..3 {
        room.ok("undo", json!({"session": session}));
    }
    let back = person(&mut room, missing);
    assert_eq!((&back["seat"], &back["absence"]), (&json!(9), &Value::Null));
    room.is_sound();
}

#[test]
fn who_came_and_cannot_stay_has_left_and_a_reserve_takes_the_seat() {
    let mut room = Room::new();
    let (session, ill, reserve) = (room.session, room.people[3], Uuid::now_v7());
    room.ok("seat_person", json!({"id": reserve, "session": session, "name": "Noor"}));
    room.ok("person_came", json!({"participant": reserve}));
    let with = json!({"id": reserve, "name": "Noor", "sex": "Female"});
    room.ok("replace_person", json!({"participant": ill, "with": with}));
    let gone = person(&mut room, ill);
    assert!(gone["seat"].is_null() && gone["absence"].is_null() && gone["left"].is_string());
    let noor = person(&mut room, reserve);
    assert_eq!((&noor["seat"], &noor["sex"]), (&json!(4), &json!("Female")));
    assert!(noor["came"].is_string(), "came before, and still there");
    room.keep("4 hers now").unwrap();
    let speakers = room.evening()["lines"][0]["speakers"].clone();
    assert_eq!(speakers, json!([reserve]));
    room.is_sound();
}
