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
    /// values it is something that a person is or is not. What is asked already has these values
    /// from now on. May be given often.
    #[arg(long = "ask", value_name = "NAME[=VALUES]")]
    asks: Vec<String>,
    /// Another name for a value, which every answer and every quota follows: "Housing: rents=rents
    /// from a council". May be given often.
    #[arg(long = "rename", value_name = "NAME: OLD=NEW")]
    renames: Vec<String>,
    /// How many of whom are wanted over the study, in the place of what was wanted of them before;
    /// 0 wants nobody in particular. As in "9: age=65+, grade=ABC1". May be given often.
    #[arg(long = "quota", value_name = "PEOPLE: WHO")]
    quotas: Vec<String>,
}

/// Changes the sample where that was asked for, and prints how far recruiting is.
pub fn sample(file: &Path, wanted: &Wanted) -> Done {
    let mut workshop = Workshop::open(&files::absolute(file))?;
    let mut study = ask(&mut workshop, "study", Value::Null)?;
    if !(wanted.asks.is_empty() && wanted.renames.is_empty() && wanted.quotas.is_empty()) {
        let renamed = renames(&wanted.renames, &mut study)?;
        for asked in &wanted.asks {
            if let Some(all) = study["study"]["sample"]["attributes"].as_array_mut() {
                let new = attribute(asked);
                match all.iter_mut().find(|own| own["id"] == new["id"]) {
                    Some(own) => own["values"] = new["values"].clone(),
                    None => all.push(new),
                }
            }
        }
        let mut sample = study["study"]["sample"].clone();
        for quota in quotas(&wanted.quotas, &study)? {
            if let Some(all) = sample["quotas"].as_array_mut() {
                all.retain(|other| other["of"] != quota["of"]);
                if quota["people"] != json!(0) {
                    all.push(quota);
                }
            }
        }
        ask(&mut workshop, "change_sample", json!({ "sample": sample, "renamed": renamed }))?;
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

/// Puts the new names of values into a study's sample, and gives back what is renamed.
///
/// # Errors
/// Says how it is written, and where no such value is asked for.
fn renames(typed: &[String], study: &mut Value) -> Result<Vec<Value>, Stop> {
    const HOW: Stop = Stop::Unclear(
        "Write a new name as NAME: OLD=NEW, of something that this study asks, as in --rename \
         \"Housing: rents=rents from a council\".",
    );
    let mut renamed = Vec::new();
    for one in typed {
        let (name, values) = one.split_once(':').ok_or(HOW)?;
        let (from, to) = values.split_once('=').ok_or(HOW)?;
        let (name, from, to) = (name.trim(), from.trim(), to.trim());
        let is = |known: &Value, typed: &str| {
            known.as_str().is_some_and(|known| known.to_lowercase() == typed.to_lowercase())
        };
        let method = study["design"]["design"]["attributes"].as_array().cloned();
        let sample = &mut study["study"]["sample"];
        let all = sample["attributes"].as_array_mut().ok_or(HOW)?;
        let meant = |one: &Value| is(&one["id"], name) || is(&one["name"], name);
        // The values of what the method asks are the study's to name, too.
        if !all.iter().any(meant) {
            all.extend(method.into_iter().flatten().find(meant));
        }
        let own = all.iter_mut().find(|own| meant(own)).ok_or(HOW)?;
        let id = own["id"].as_str().ok_or(HOW)?.to_owned();
        let values = own["values"].as_array_mut().ok_or(HOW)?;
        let value = values.iter_mut().find(|known| is(known, from)).ok_or(HOW)?;
        let before = std::mem::replace(value, json!(to));
        for quota in sample["quotas"].as_array_mut().into_iter().flatten() {
            if quota["of"][&id] == before {
                quota["of"][&id] = json!(to);
            }
        }
        renamed.push(json!({ "attribute": id, "from": before, "to": to }));
    }
    Ok(renamed)
}

/// Quotas as they are typed, "9: age=65+, grade=ABC1", of a study with what it asks.
///
/// # Errors
/// Says how a quota is written. That nobody is asked such a thing is for the workshop to say.
pub fn quotas(typed: &[String], study: &Value) -> Result<Vec<Value>, Stop> {
    const HOW: Stop = Stop::Unclear(
        "Write a quota as PEOPLE: ATTRIBUTE=VALUE, as in --quota \"9: age=65+, grade=ABC1\".",
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
            let same = |known: &&String| known.eq_ignore_ascii_case(value.trim());
            let mut meant = asked.iter().filter(|a| is(a.id.as_str()) || is(&a.name));
            // An age is asked for by one name, however finely.
            let exact = meant.clone().find(|a| a.values.iter().any(|known| same(&known)));
            let found = exact.or_else(|| meant.next());
            let id = found.map_or_else(|| name.to_owned(), |a| a.id.to_string());
            let known = found.and_then(|a| a.values.iter().find(same));
            of.insert(id, json!(known.map_or_else(|| value.trim(), String::as_str)));
        }
        Ok(json!({ "of": of, "people": people }))
    };
    typed.iter().map(quota).collect()
}
