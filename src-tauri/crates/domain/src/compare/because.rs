//! Why a field was changed: the debriefs that asked for it.

use super::Difference;
use crate::{Because, DesignId, DesignVersion, SessionId};

/// Nothing differs there, so nothing needs a cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("nothing was changed there")]
pub struct NoSuchChange;

/// What a version says of its causes once one more is named, or one fewer. Causes of changes that
/// were taken back since go.
///
/// # Errors
/// When `field` is none of the `differences` from the version before.
pub fn say_because(
    before: &[Because],
    differences: &[Difference],
    field: &str,
    session: SessionId,
    is: bool,
) -> Result<Vec<Because>, NoSuchChange> {
    let differs = |field: &str| differences.iter().any(|d| d.field == field);
    if !differs(field) {
        return Err(NoSuchChange);
    }
    let said = Because { field: field.to_owned(), session };
    let mut all: Vec<Because> =
        before.iter().filter(|one| differs(&one.field) && **one != said).cloned().collect();
    if is {
        all.push(said);
    }
    all.sort();
    Ok(all)
}

/// The causes named on the way from one version to a later one. None where the one did not grow
/// out of the other.
pub fn causes(versions: &[DesignVersion], from: DesignId, to: DesignId) -> Vec<Because> {
    let mut all = Vec::new();
    let mut at = to;
    // No version amends itself, or one made after it: as many steps as there are versions do.
    for _ in versions {
        let Some(version) = versions.iter().find(|version| version.id == at) else { break };
        all.extend(version.design.because.iter().cloned());
        match version.amends {
            Some(before) if before == from => {
                all.sort();
                all.dedup();
                return all;
            }
            Some(before) => at = before,
            None => break,
        }
    }
    Vec::new()
}
