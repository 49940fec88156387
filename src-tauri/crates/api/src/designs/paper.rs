//! What changed between two versions, as a paper.

use std::path::PathBuf;

use domain::{
    DesignId, Study, Tool,
    compare::{Area, Content, Difference, Part},
};
use report::{
    comparison::{Change, Comparison, Section, Side},
    doc::Furniture,
};
use serde::{Deserialize, Serialize};
use store::Tx;
use ts_rs::TS;

use super::versions::{Compared, VersionView, compared};
use crate::{
    Ctx, Problem, ProblemCode, Result, Staff,
    studies::plain_name,
    summing::{self, Exported},
    words::{Word, say},
};

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ExportComparison {
    /// None: the version that `to` amends.
    #[serde(default)]
    #[ts(optional)]
    pub from: Option<DesignId>,
    /// None: the newest version.
    #[serde(default)]
    #[ts(optional)]
    pub to: Option<DesignId>,
    /// Where to. None: beside the study's file, under its name.
    #[serde(default)]
    #[ts(optional)]
    pub path: Option<String>,
}

/// Writes what differs between two versions as a PDF.
pub fn export_comparison(ctx: &mut Ctx, _: Staff, req: ExportComparison) -> Result<Exported> {
    let folder = ctx.store()?.path().and_then(|p| p.parent()).map(PathBuf::from);
    let stamp = ctx.at.timestamp();
    let (study, compared) = ctx.read(|tx| Ok((tx.study()?, pair(tx, &req)?)))?;
    let document = report::comparison(&told(&study, &compared, stamp));
    let pages = report::pages(&document)?;
    let bytes = report::pdf(&pages)?;
    let path = req.path.map_or_else(
        || {
            let (from, to) = (compared.from.number, compared.to.number);
            let name = format!("{}, v{from} and v{to}.pdf", plain_name(&study.name));
            folder.unwrap_or_default().join(name)
        },
        PathBuf::from,
    );
    summing::write_whole(&path, &bytes)?;
    Ok(Exported {
        path: path.display().to_string(),
        pages: pages.pages.len(),
        bytes: bytes.len(),
        at: ctx.at,
    })
}

fn pair(tx: &Tx, req: &ExportComparison) -> Result<Compared> {
    let to = match req.to {
        Some(id) => tx.get(&id)?,
        None => tx.designs()?.pop().ok_or(ProblemCode::Damaged)?,
    };
    let from = req.from.or(to.amends);
    let from = from.ok_or_else(|| Problem::new(ProblemCode::NothingToPrint))?;
    compared(tx, from, to.id)
}

fn told(study: &Study, compared: &Compared, stamp: i64) -> Comparison {
    let (from, to) = (&compared.from, &compared.to);
    let mut said = Vec::new();
    if !to.note.is_empty() {
        said.push((say("compare-why", &[]), vec![to.note.clone()]));
    }
    let debriefs: Vec<String> = compared.said.iter().filter_map(debrief).collect();
    if !debriefs.is_empty() {
        said.push((say("guide-debriefs", &[]), debriefs));
    }
    let pair = [("from", Word::from(from.number)), ("to", Word::from(to.number))];
    Comparison {
        title: say("compare-paper-title", &pair),
        study: study.name.clone(),
        language: "en-GB".to_owned(),
        identity: format!("comparison {} {}", from.id, to.id),
        stamp,
        said,
        heads: [
            String::new(),
            say("compare-where", &[]),
            version(from),
            version(to),
            say("compare-because", &[]),
        ],
        sections: sections(compared),
        same: say("compare-same", &[]),
        furniture: Furniture {
            left: study.name.clone(),
            centre: String::new(),
            of: say("compare-paper-of", &[]),
            continued: say("compare-paper-continued", &[]),
        },
    }
}

fn version(view: &VersionView) -> String {
    let phase = snake(view.phase);
    format!("v{} {}", view.number, say(&format!("version-{phase}"), &[]))
}

/// What to change, as the staff of a group said right after.
fn debrief(said: &super::GroupDebrief) -> Option<String> {
    let changes = said.debrief.changes.trim();
    let group = say("guide-group", &[("n", said.number.into())]);
    (!changes.is_empty()).then(|| format!("{group}. {changes}"))
}

fn sections(compared: &Compared) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for difference in &compared.differences {
        let title = match difference.area {
            Area::Guide => difference.stage.clone(),
            area => say(&format!("area-{}", snake(area)), &[]),
        };
        let change = change(difference, compared);
        match sections.last_mut() {
            Some(last) if last.title == title => last.changes.push(change),
            _ => sections.push(Section { title, changes: vec![change] }),
        }
    }
    sections
}

fn change(of: &Difference, compared: &Compared) -> Change {
    let part = match of.part {
        Part::Whole => String::new(),
        part => say(&format!("part-{}", snake(part)), &[]),
    };
    let place: Vec<&str> =
        [of.of.as_str(), part.as_str()].into_iter().filter(|word| !word.is_empty()).collect();
    let place = if place.is_empty() { say("part-stage", &[]) } else { place.join(", ") };
    let mut groups: Vec<u32> =
        compared.because.iter().filter(|c| c.field == of.field).map(|c| c.number).collect();
    groups.sort_unstable();
    let groups: Vec<String> = groups.iter().map(ToString::to_string).collect();
    Change {
        kind: say(&format!("kind-{}", snake(of.kind)), &[]),
        of: place,
        before: side(of.before.as_ref()),
        after: side(of.after.as_ref()),
        because: groups.join(", "),
    }
}

fn side(content: Option<&Content>) -> Side {
    let plain = |words: String| Side::Words(vec![(words, true)]);
    match content {
        None => Side::Nothing(say("compare-not-there", &[])),
        Some(Content::Words { runs }) => {
            Side::Words(runs.iter().map(|run| (run.text.clone(), run.differs)).collect())
        }
        Some(Content::Number { n }) => plain(n.to_string()),
        Some(Content::Yes { yes }) => plain(say(if *yes { "guide-yes" } else { "guide-no" }, &[])),
        Some(Content::Minutes { minutes }) => {
            let of = minutes.iter().map(|(kind, n)| format!("{kind} {n} min"));
            plain(of.collect::<Vec<_>>().join(", "))
        }
        Some(Content::Tool { tool: Tool::FlipChart { values: true } }) => {
            plain(say("tool-flip-values", &[]))
        }
        Some(Content::Tool { tool }) => plain(say(&format!("tool-{}", tool_word(tool)), &[])),
        Some(Content::Place { n, within }) if within.is_empty() => {
            plain(say("compare-place", &[("n", (*n).into())]))
        }
        Some(Content::Place { n, within }) => plain(say(
            "compare-place-in",
            &[("n", (*n).into()), ("within", within.as_str().into())],
        )),
    }
}

fn tool_word(tool: &Tool) -> &'static str {
    match tool {
        Tool::None => "none",
        Tool::FlipChart { .. } => "flip_chart",
        Tool::Gallery => "gallery",
        Tool::Discussion { .. } => "discussion",
        Tool::Tips => "tips",
    }
}

/// The word that a value of a closed set goes over the wire as.
fn snake(value: impl Serialize) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|word| word.as_str().map(str::to_owned))
        .unwrap_or_default()
}
