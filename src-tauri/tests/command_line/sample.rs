//! Whom a study wants: what people are asked, and how many of whom.

use serde_json::{Value, json};

use super::{Desk, NEW};

#[test]
fn values_of_what_is_asked_are_added_renamed_and_taken_out() {
    let desk = Desk::new();
    desk.run(NEW).well();
    let sample =
        |more: &[&str]| desk.run(&[&["session", "sample", "s.folkmoot"][..], more].concat());
    sample(&["--ask", "Housing=rents,owns", "--quota", "3: housing=rents"]).well();
    let said = sample(&["--rename", "Housing: RENTS=rents from a council"]).well();
    assert!(said.contains("0 of 3\trents from a council\n"), "{said}");
    // A quota asks for it, so it does not go; the one that nobody asks for does.
    let said = sample(&["--ask", "Housing=owns,lodges"]);
    assert_eq!(said.status, 1);
    assert!(said.err.contains("“rents from a council”"), "{}", said.err);
    sample(&["--ask", "Housing=lodges,rents from a council"]).well();
    let shown: Value = serde_json::from_str(&desk.run(&["show", "s.folkmoot"]).well()).unwrap();
    let values = &shown["study"]["study"]["sample"]["attributes"][0]["values"];
    assert_eq!(*values, json!(["lodges", "rents from a council"]));
    // So do the values of what the method asks; an age has one name, however finely it is asked for.
    let finer = ["--rename", "Age: 16 to 17=16–17", "--quota", "2: age=16–17"];
    let said = sample(&[&finer[..], &["--quota", "5: age=65+"]].concat()).well();
    assert!(said.contains("0 of 2\t16–17\n0 of 5\t65+\n"), "{said}");
    let shown: Value = serde_json::from_str(&desk.run(&["show", "s.folkmoot"]).well()).unwrap();
    let quotas = &shown["study"]["study"]["sample"]["quotas"];
    assert_eq!(quotas[1]["of"], json!({"age-group": "16–17"}));
    assert_eq!(quotas[2]["of"], json!({"age-band": "65+"}));
    let said = sample(&["--rename", "Housing: owns=has a house"]);
    assert_eq!(said.status, 2);
    assert!(said.err.contains("NAME: OLD=NEW"), "{}", said.err);
}

#[test]
fn whom_a_study_wants_is_set_and_said_and_so_is_who_watches() {
    let desk = Desk::new();
    desk.run(NEW).well();
    let sample = ["session", "sample", "s.folkmoot"];
    let set = [
        "--ask",
        "Heavy user",
        "--quota",
        "9: Age=65+, grade=abc1",
        "--quota",
        "4: heavy user=yes",
    ];
    let said = desk.run(&[&sample[..], &set].concat()).well();
    assert_eq!(
        said,
        "0 of 0\n0 of 9\t65+, ABC1\n0 of 4\tHeavy user\nNo seat left for 65+, ABC1\nNo seat left for Heavy user\n"
    );
    let plan = [
        "session",
        "plan",
        "s.folkmoot",
        "--group",
        "Oxford",
        "--date",
        "2026-07-09",
        "--time",
        "19:00",
        "--moderator",
        "Ruth",
        "--observer",
        "Dana Hill, the commission",
        "--label",
        "net contributor",
        "--recruited-by",
        "ethnicity",
        "--quota",
        "7: Sex=Female",
        "--quota",
        "2: sex=Male",
    ];
    desk.run(&plan).well();
    let shown: Value = serde_json::from_str(&desk.run(&["show", "s.folkmoot"]).well()).unwrap();
    let kept = &shown["evenings"][0]["session"]["plan"];
    assert_eq!(
        kept["observers"],
        json!([{"name": "Dana Hill", "organisation": "the commission", "announced": false}])
    );
    assert_eq!(kept["quotas"][0], json!({"of": {"sex": "Female"}, "people": 7}));
    assert_eq!(
        (&kept["recruited_by"], &kept["label"]),
        (&json!(["ethnicity"]), &json!("net contributor"))
    );
    // Nine seats, and all nine of 65+, ABC1 can still be found there; a quota of none is gone.
    let said = desk.run(&[&sample[..], &["--quota", "0: heavy user=Yes"]].concat()).well();
    assert_eq!(said, "0 of 9\n0 of 9\t65+, ABC1\n65+, ABC1: 9 to find, 9 seats left\n");
    // The same person at the same time elsewhere, at a table that wants nobody of 65+.
    let twice = [
        "session",
        "plan",
        "s.folkmoot",
        "--group",
        "Leeds",
        "--date",
        "2026-07-09",
        "--time",
        "20:00",
        "--moderator",
        "Ruth",
    ];
    let said = desk.run(&twice);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(
        said.err.contains("Ruth is in two places. Then there is Oxford, 2026-07-09 at 19:00."),
        "{}",
        said.err
    );
    let crowded =
        desk.run(&[&twice[..], &["--quota", "6: sex=Female", "--quota", "4: sex=Male"]].concat());
    assert_eq!(
        (crowded.status, crowded.err.contains("ask for 10 people")),
        (1, true),
        "{}",
        crowded.err
    );
    let unclear = desk.run(&[&twice[..], &["--quota", "six women"]].concat());
    assert_eq!(
        (unclear.status, unclear.err.contains("Write a quota as")),
        (2, true),
        "{}",
        unclear.err
    );
}
