//! Whom a study wants, from the command line: what people are asked, and how many of whom.

use std::{
    io::{Write, stdout},
    path::Path,
};

use api::Workshop;
use serde_json::{Map, Value, json};

use super::{Done, Outcome, Stop, study::ask};
use crate::files;

/// What is to be asked and wanted beside what is already.
#[derive(clap::Args)]
pub struct Wanted {
    /// Something else to ask people, and its values: "Heavy user", or "Housing=rents,owns". Without
    /// values it is something that a person is or is not. May be given often.
    #[arg(long = "ask", value_name = "NAME[=VALUES]")]
    asks: Vec<String>,
    /// How many of whom are wanted over the study, in the place of what was wanted of them before;
    /// 0 wants nobody in particular. As in "9: age-band=65+, grade=ABC1". May be given often.
    #[arg(long = "quota", value_name = "PEOPLE: WHO")]
    quotas: Vec<String>,
}

/// Changes the sample where that was asked for, and prints how far recruiting is.
pub fn sample(file: &Path, wanted: &Wanted) -> Done {
    let mut workshop = Workshop::open(&files::absolute(file))?;
    let mut study = ask(&mut workshop, "study", Value::Null)?;
    if !(wanted.asks.is_empty() && wanted.quotas.is_empty()) {
        let mut sample = study["study"]["sample"].clone();
        for asked in &wanted.asks {
            let attribute = attribute(asked);
            if let (Some(known), Some(all)) = (
                study["study"]["sample"]["attributes"].as_array_mut(),
                sample["attributes"].as_array_mut(),
            ) {
                known.push(attribute.clone());
                all.push(attribute);
            }
        }
        for quota in quotas(&wanted.quotas, &study)? {
            if let Some(all) = sample["quotas"].as_array_mut() {
                all.retain(|other| other["of"] != quota["of"]);
                if quota["people"] != json!(0) {
                    all.push(quota);
                }
            }
        }
        ask(&mut workshop, "change_sample", json!({ "sample": sample }))?;
        study = ask(&mut workshop, "study", Value::Null)?;
    }
    let asked = api::asked(&study);
    let told = ask(&mut workshop, "sample", Value::Null)?;
    let mut out = stdout().lock();
    writeln!(out, "{} of {}", told["people"], told["seats"])?;
    for progress in told["quotas"].as_array().into_iter().flatten() {
        let (quota, people) = (&progress["quota"], &progress["people"]);
        writeln!(out, "{people} of {}\t{}", quota["people"], api::kind_words(quota, &asked))?;
    }
    for notice in told["notices"].as_array().into_iter().flatten() {
        writeln!(out, "{}", api::notice_words(notice, &asked))?;
    }
    Ok(Outcome::Well)
}

/// "Housing=rents,owns", as the sample keeps it.
fn attribute(asked: &str) -> Value {
    let (name, values) = asked.split_once('=').unwrap_or((asked, "Yes,No"));
    let id: String = name.trim().to_lowercase().replace(|c: char| !c.is_alphanumeric(), "-");
    let values: Vec<&str> = values.split(',').map(str::trim).collect();
    json!({ "id": id, "name": name.trim(), "values": values, "shown": "never" })
}

/// Quotas as they are typed, "9: age-band=65+, grade=ABC1", of a study with what it asks.
///
/// # Errors
/// Says how a quota is written. That nobody is asked such a thing is for the workshop to say.
pub fn quotas(typed: &[String], study: &Value) -> Result<Vec<Value>, Stop> {
    const HOW: Stop = Stop::Unclear(
        "Write a quota as PEOPLE: ATTRIBUTE=VALUE, as in --quota \"9: age-band=65+, grade=ABC1\".",
    );
    let asked = api::asked(study);
    let quota = |typed: &String| {
        let (people, who) = typed.split_once(':').ok_or(HOW)?;
        let people: u32 = people.trim().parse().map_err(|_| HOW)?;
        let mut of = Map::new();
        for part in who.split(',') {
            let (name, value) = part.split_once('=').ok_or(HOW)?;
            let name = name.trim();
            let is = |known: &str| known.eq_ignore_ascii_case(name);
            let found = asked.iter().find(|a| is(a.id.as_str()) || is(&a.name));
            let id = found.map_or_else(|| name.to_owned(), |a| a.id.to_string());
            let same = |known: &&String| known.eq_ignore_ascii_case(value.trim());
            let known = found.and_then(|a| a.values.iter().find(same));
            of.insert(id, json!(known.map_or_else(|| value.trim(), String::as_str)));
        }
        Ok(json!({ "of": of, "people": people }))
    };
    typed.iter().map(quota).collect()
}
