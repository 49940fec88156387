//! What bringing people in would mean for the sample: whom no seat would be left for.

use domain::quota::{self, QuotaNotice};

use super::{
    bring::{ids, person},
    taken::{Importing, open, taken},
};
use crate::{
    Ctx, Moderator, Result,
    sessions::{Drafted, recruiting},
};

pub fn weigh_import(ctx: &mut Ctx, _: Moderator, req: Importing) -> Result<Vec<QuotaNotice>> {
    let open = open(ctx, &req)?;
    let rows = taken(ctx, &open, &req)?;
    ctx.read(|tx| {
        if tx.study()?.sample.quotas.is_empty() {
            return Ok(Vec::new());
        }
        let rows = rows.iter().filter(|row| row.verdict.comes_in()).zip(ids());
        let people = rows.filter_map(|(row, id)| person(row.person.clone(), id));
        let people = people.map(|(person, _)| person);
        let drafted = Drafted { session: None, people: people.collect() };
        let recruiting = recruiting(tx, &drafted)?;
        let mut notices = quota::notices(&recruiting.quotas, &recruiting.tables);
        // That every seat is spoken for is no reason against these people.
        notices.retain(|notice| !matches!(notice, QuotaNotice::EverySeat { .. }));
        Ok(notices)
    })
}
