//! The receipt: what was erased and where else to look, in words that name nobody.

use std::{
    fs,
    path::{Path, PathBuf},
};

use store::ends_of;

use super::{Erasing, Receipt, Swept};
use crate::{Ctx, ProblemCode, Result, studies::plain_name, summing::write_whole, words::say};

/// The folder beside the study that receipts go into.
const FOLDER: &str = "Receipts";

/// Files of this study in the folder beside it for what is handed over.
pub(super) fn handed_over(ctx: &mut Ctx) -> Result<Vec<String>> {
    let store = ctx.store()?;
    let Some(folder) = store.path().and_then(Path::parent).map(|beside| beside.join("Handed over"))
    else {
        return Ok(Vec::new());
    };
    let Some(own) = store.ends()? else { return Ok(Vec::new()) };
    let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let of_study =
        |path: &PathBuf| matches!(ends_of(path), Ok(Some(ends)) if ends.first == own.first);
    let files = files.filter(of_study).filter_map(|path| Some(path.file_name()?.to_owned()));
    let mut names: Vec<String> = files.map(|name| name.to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}

/// Writes the receipt. What is erased stays erased where there is no place for it: the words come
/// back all the same.
pub(super) fn write(
    ctx: &mut Ctx,
    erasing: Erasing,
    swept: Swept,
    to: Option<String>,
) -> Result<Receipt> {
    let study = ctx.read(|tx| Ok(tx.study()?.name))?;
    let text = text(ctx, &study, &erasing, &swept);
    let place = match to {
        Some(path) => Ok(PathBuf::from(path)),
        None => free(ctx, &erasing),
    };
    let kept = place.and_then(|path| write_whole(&path, text.as_bytes()).map(|()| path));
    let (path, problem) = match kept {
        Ok(path) => (Some(path.display().to_string()), None),
        Err(problem) => (None, Some(problem)),
    };
    Ok(Receipt { at: ctx.at, erasing, swept, text, path, problem })
}

/// A file of its own in the folder for receipts.
fn free(ctx: &mut Ctx, erasing: &Erasing) -> Result<PathBuf> {
    let beside = ctx.store()?.path().and_then(Path::parent).map(Path::to_owned);
    let folder = beside.unwrap_or_default().join(FOLDER);
    fs::create_dir_all(&folder).map_err(store::Error::from)?;
    let name = say(
        "receipt-file",
        &[("group", erasing.group.as_str().into()), ("seat", seat(erasing).into())],
    );
    let name = plain_name(&name);
    (1..1000)
        .map(|n| if n == 1 { String::new() } else { format!(" {n}") })
        .map(|tail| folder.join(format!("{name}{tail}.txt")))
        .find(|path| !path.exists())
        .ok_or_else(|| ProblemCode::FileExists.into())
}

fn seat(erasing: &Erasing) -> String {
    match erasing.seat {
        Some(seat) => say("receipt-seat", &[("seat", seat.into())]),
        None => say("receipt-no-seat", &[]),
    }
}

fn text(ctx: &Ctx, study: &str, erasing: &Erasing, swept: &Swept) -> String {
    let at = ctx.at.format("%-d %B %Y, %H:%M UTC").to_string();
    let day = erasing.date.format("%-d %B %Y").to_string();
    let head = [
        say("receipt-title", &[]),
        say("receipt-study", &[("study", study.into())]),
        say("receipt-session", &[("group", erasing.group.as_str().into()), ("day", day.into())]),
        seat(erasing),
        say("receipt-at", &[("at", at.into())]),
        say("receipt-nameless", &[]),
    ];
    let mut copies = vec![say("receipt-copies", &[("n", swept.copies.into())])];
    if swept.fresh {
        copies.push(say("receipt-copy", &[]));
    }
    copies.extend(
        swept.left.iter().map(|path| say("receipt-left", &[("path", path.as_str().into())])),
    );
    copies.extend(
        swept
            .problem
            .iter()
            .map(|problem| say("receipt-later", &[("why", problem.words().into())])),
    );
    let file = |name: &String| say("receipt-handed-over", &[("file", name.as_str().into())]);
    let mut elsewhere: Vec<String> = erasing.handed_over.iter().map(file).collect();
    elsewhere.extend(
        ["receipt-laptops", "receipt-papers", "receipt-recruiter", "receipt-backups"]
            .map(|id| say(id, &[])),
    );
    let mut parts = vec![head.join("\n")];
    let mut part = |title: &str, lines: &[String]| {
        if !lines.is_empty() {
            let lines: Vec<String> = lines.iter().map(|line| format!("- {line}")).collect();
            parts.push(format!("{}\n{}", say(title, &[]), lines.join("\n")));
        }
    };
    part("receipt-gone", &erasing.goes);
    part("receipt-stayed", &erasing.stays);
    part("receipt-old-copies", &copies);
    part("receipt-elsewhere", &elsewhere);
    part("receipt-mend", &erasing.mend);
    format!("{}\n", parts.join("\n\n"))
}
