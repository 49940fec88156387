//! What every discussion and every session of a version goes by: scale, stickers, lenses, values.

use domain::{Budget, DesignId, Kind, Lens, Scale, Values, Words};
use serde::Deserialize;
use ts_rs::TS;

use super::edit;
use crate::{Ctx, Moderator, Result};

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ChangeSettings {
    pub design: DesignId,
    /// What is left out stays as it is.
    #[serde(default)]
    #[ts(optional)]
    pub scale: Option<Scale>,
    #[serde(default)]
    #[ts(optional)]
    pub budget: Option<Budget>,
    #[serde(default)]
    #[ts(optional)]
    pub lenses: Option<Vec<Lens>>,
    #[serde(default)]
    #[ts(optional)]
    pub values: Option<Values>,
    #[serde(default)]
    #[ts(optional)]
    pub kinds: Option<Vec<Kind>>,
}

pub fn change_settings(ctx: &mut Ctx, _: Moderator, req: ChangeSettings) -> Result<()> {
    edit(ctx, req.design, Words::new("did-change-settings"), |design| {
        fn put<T>(part: &mut T, with: Option<T>) {
            if let Some(with) = with {
                *part = with;
            }
        }
        put(&mut design.scale, req.scale);
        put(&mut design.budget, req.budget);
        put(&mut design.lenses, req.lenses);
        put(&mut design.values, req.values);
        put(&mut design.kinds, req.kinds);
        Ok(())
    })
}
