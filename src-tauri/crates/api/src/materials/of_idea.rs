//! What else than its poster an idea stands on, while it is being written: handout and ballot.

use std::collections::BTreeMap;

use domain::{DesignId, IdeaId};
use report::Pages;
use report::pack::{self, Ballots, Edition, Office, PrintSize};
use report::page::What;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{fill::Told, speech};
use crate::{Ctx, Problem, ProblemCode, Result, Staff};

/// A paper that ideas stand on beside their posters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum IdeaPaper {
    Handout,
    Ballot,
}

/// A paper of a version, as its ideas are kept.
#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct IdeaPaperOf {
    pub design: DesignId,
    pub idea: IdeaId,
    pub what: IdeaPaper,
    /// "Letter": the office paper of the United States. None: A4.
    #[serde(default)]
    #[ts(optional)]
    pub paper: Option<String>,
}

/// A paper's pages as they will print.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct IdeaPages {
    /// One SVG a page.
    pub pages: Vec<String>,
    /// The page on which the idea begins, from 0.
    pub at: u32,
}

pub fn idea_paper(ctx: &mut Ctx, _: Staff, req: IdeaPaperOf) -> Result<IdeaPages> {
    ctx.read(|tx| {
        let told = Told::of_version(tx, req.design)?;
        let pack = told.pack();
        let unknown = || Problem::new(ProblemCode::UnknownIdea).with("idea", &req.idea);
        let at = told.ideas().iter().position(|idea| idea.id == req.idea).ok_or_else(unknown)?;
        let idea = pack.ideas.get(at).ok_or_else(unknown)?;
        let office = match req.paper.as_deref() {
            Some("Letter") => Office::Letter,
            _ => Office::A4,
        };
        let laid = speech::with(&pack.language, &BTreeMap::new(), |words| {
            let edition = Edition { pack: &pack, words };
            match req.what {
                IdeaPaper::Handout => pack::handout(&edition, office, PrintSize::Usual),
                IdeaPaper::Ballot => {
                    let one = Ballots { paper: office, copies: 1, named: true };
                    pack::ballots(&edition, one)
                }
            }
        })?;
        let at = page_of(&laid, &[&idea.name, idea.brief()]);
        Ok(IdeaPages { pages: (0..laid.pages.len()).map(|n| report::svg(&laid, n)).collect(), at })
    })
}

/// The first page on which one of these names stands.
fn page_of(laid: &Pages, names: &[&str]) -> u32 {
    let tidy = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let says = |page: &report::page::Page| {
        let runs = page.items.iter().filter_map(|item| match &item.what {
            What::Run { run, .. } => Some(run.text.as_str()),
            _ => None,
        });
        let words = tidy(&runs.collect::<Vec<_>>().join(" "));
        names.iter().any(|name| words.contains(&tidy(name)))
    };
    u32::try_from(laid.pages.iter().position(says).unwrap_or_default()).unwrap_or_default()
}
