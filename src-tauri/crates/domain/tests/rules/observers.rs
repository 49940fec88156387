use domain::{Observer, Observers};
use serde_json::{Value, from_value, json};

fn read(told: Value) -> Observers {
    from_value(told).unwrap()
}

fn names(observers: &Observers) -> Vec<&str> {
    observers.0.iter().map(|observer| observer.name.as_str()).collect()
}

#[test]
fn a_line_of_text_names_an_observer_between_commas_and_lines() {
    let observers = read(json!("Dana Hill, one of the council\r\n , Arun"));
    assert_eq!(names(&observers), ["Dana Hill", "one of the council", "Arun"]);
    assert!(observers.0.iter().all(|o| !o.announced && o.organisation.is_empty()));
    assert_eq!(read(json!("")), Observers::default());
}

#[test]
fn a_list_is_read_as_it_stands_and_written_as_a_list() {
    let told = json!([{"name": "Dana Hill", "organisation": "the commission", "announced": true}]);
    let observers = read(told.clone());
    assert_eq!(serde_json::to_value(&observers).unwrap(), told);
    assert_eq!(observers.0[0].words(), "Dana Hill (the commission)");
    let somebody = Observer { organisation: " the council ".into(), ..Observer::default() };
    let kept = Observers(vec![somebody, Observer::default()]).trimmed();
    assert_eq!(kept.0.len(), 1);
    assert_eq!(kept.0[0].words(), "the council");
}
