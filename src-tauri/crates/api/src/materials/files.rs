//! Papers into files: one PDF, or a zip with a file for each document.

use std::{
    num::NonZero,
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use domain::Moment;
use report::{Pages, pack};

use super::{Material, PaperKind, PosterSheets, order::Order, press::Watch, print};
use crate::{
    Problem, ProblemCode, Result,
    studies::plain_name,
    summing::{Exported, write_whole},
};

/// At most so many papers are laid out at a time.
const HANDS: usize = 4;

/// Where papers go, and bound how.
pub(super) struct Binding {
    /// The study's name.
    pub(super) title: String,
    pub(super) zip: bool,
    pub(super) path: PathBuf,
    pub(super) at: Moment,
}

/// What stands in one file of a zip: posters of one language and paper, a handout.
struct Document {
    /// What all of it has in common.
    of: Material,
    language: String,
    group: Option<String>,
    parts: Vec<Pages>,
}

impl Document {
    fn new(order: &Order) -> Self {
        Self {
            of: common(&order.material),
            language: order.own.name.clone(),
            group: order.own.pack.group.as_ref().map(|group| group.name.clone()),
            parts: Vec::new(),
        }
    }

    /// What its file is called: "posters, polski, A3".
    fn name(&self) -> String {
        let mut name = format!("{}, {}", self.of.what.file(), self.language);
        if self.of.what == PaperKind::Posters {
            name.push_str(", ");
            name.push_str(self.of.paper.as_deref().unwrap_or("A2"));
            name.push_str(match self.of.sheets {
                PosterSheets::Whole => "",
                PosterSheets::Cut => " with crop marks",
                PosterSheets::Tiled => " in tiles",
            });
        }
        plain_name(&name)
    }
}

/// A material without what differs from part to part of one document.
fn common(material: &Material) -> Material {
    Material { ideas: Vec::new(), ..material.clone() }
}

/// Lays papers out one after another and writes them. When somebody stops it, what was finished is
/// written, whole; none: nothing was.
pub(super) fn write(
    orders: &[Order],
    binding: &Binding,
    watch: &Watch,
) -> Result<Option<Exported>> {
    if orders.is_empty() {
        return Err(ProblemCode::NothingToPrint.into());
    }
    let laid = laid_out(orders, watch)?;
    let (done, count) = (laid.len(), laid.iter().map(|pages| pages.pages.len()).sum());
    let mut documents: Vec<Document> = Vec::new();
    for (order, pages) in orders.iter().zip(laid) {
        match documents.last_mut() {
            Some(document) if document.of == common(&order.material) => document.parts.push(pages),
            _ => {
                let mut document = Document::new(order);
                document.parts.push(pages);
                documents.push(document);
            }
        }
    }
    if done == 0 {
        return Ok(None);
    }
    let stopped = done < orders.len();
    let path = if stopped { first_pages(&binding.path, count) } else { binding.path.clone() };
    let bytes = if binding.zip { zipped(documents)? } else { bound(documents, binding, &path)? };
    write_whole(&path, &bytes)?;
    Ok(Some(Exported {
        path: path.display().to_string(),
        pages: count,
        bytes: bytes.len(),
        at: binding.at,
    }))
}

/// Lays papers out, several at a time; as many of the first as were begun before somebody stopped
/// it. They are begun in their order, so none is left out between two others.
fn laid_out(orders: &[Order], watch: &Watch) -> Result<Vec<Pages>> {
    let next = AtomicUsize::new(0);
    let hands = thread::available_parallelism().map_or(1, NonZero::get).min(HANDS);
    let work = || {
        let mut laid = Vec::new();
        while !watch.is_stopped() {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(order) = orders.get(place) else { break };
            watch.begins(order);
            let pages = print::pages(order);
            if let Ok(pages) = &pages {
                watch.ends(pages);
            }
            let failed = pages.is_err();
            laid.push((place, pages));
            if failed {
                break;
            }
        }
        laid
    };
    let mut laid = thread::scope(|scope| {
        let others: Vec<_> = (1..hands.min(orders.len())).map(|_| scope.spawn(work)).collect();
        let mut laid = work();
        for other in others {
            laid.extend(other.join().map_err(|_| ProblemCode::NotPrinted)?);
        }
        Ok::<_, Problem>(laid)
    })?;
    if watch.is_stopped() && laid.len() < orders.len() {
        watch.breaks_off();
    }
    laid.sort_by_key(|(place, _)| *place);
    laid.into_iter().map(|(_, pages)| pages).collect()
}

/// The name of a file that holds the first pages only.
fn first_pages(path: &Path, count: usize) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let kind = path.extension().unwrap_or_default().to_string_lossy();
    let first = if count == 1 { "first page".to_owned() } else { format!("first {count} pages") };
    path.with_file_name(format!("{stem}, {first}.{kind}"))
}

/// All of them as one PDF. What no reader copies out of a PDF as it was written is written beside
/// it too.
fn bound(documents: Vec<Document>, binding: &Binding, path: &Path) -> Result<Vec<u8>> {
    let mut papers = Vec::new();
    let mut beside = Vec::new();
    for document in documents {
        let paper = pack::joined(document.parts)?;
        if is_beside(&paper) {
            beside.push(once(&paper, &document.of));
        }
        papers.push(paper);
    }
    let words = (!beside.is_empty()).then(|| together(beside, &binding.title)).transpose()?;
    let all = together(papers, &binding.title)?;
    // They are written at the same time: the disk has its own pace.
    thread::scope(|scope| {
        let other = words.map(|words| scope.spawn(move || write_beside(&words, path)));
        let bytes = report::pdf(&all);
        if let Some(other) = other {
            other.join().map_err(|_| ProblemCode::NotPrinted)??;
        }
        Ok(bytes?)
    })
}

fn write_beside(words: &Pages, path: &Path) -> Result<()> {
    write_whole(&path.with_extension("txt"), report::plain(words).as_bytes())?;
    write_whole(&path.with_extension("docx"), &report::docx(words)?)
}

fn together(mut papers: Vec<Pages>, title: &str) -> Result<Pages> {
    match papers.pop() {
        Some(only) if papers.is_empty() => Ok(only),
        last => {
            papers.extend(last);
            Ok(pack::whole(papers, title)?)
        }
    }
}

/// A PDF for each document; several groups have a folder each.
fn zipped(documents: Vec<Document>) -> Result<Vec<u8>> {
    let many = documents.iter().any(|document| document.of.session != documents[0].of.session);
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    let mut folders: Vec<(Option<domain::SessionId>, String)> = Vec::new();
    for document in documents {
        let mut name = document.name();
        if many {
            let session = document.of.session;
            let known = folders.iter().find(|(of, _)| *of == session).map(|(_, name)| name.clone());
            let folder = known.unwrap_or_else(|| {
                let group = plain_name(document.group.as_deref().unwrap_or("Any group"));
                let folder = free(&group, |name| folders.iter().any(|(_, known)| known == name));
                folders.push((session, folder.clone()));
                folder
            });
            name = format!("{folder}/{name}");
        }
        let pdf = |name: &str| format!("{name}.pdf");
        let name = free(&name, |name| files.iter().any(|(known, _)| *known == pdf(name)));
        let paper = pack::joined(document.parts)?;
        files.push((pdf(&name), report::pdf(&paper)?));
        if is_beside(&paper) {
            let words = once(&paper, &document.of);
            files.push((format!("{name}.txt"), report::plain(&words).into_bytes()));
            files.push((format!("{name}.docx"), report::docx(&words)?));
        }
    }
    Ok(report::archive(&files)?)
}

/// A name that is not taken yet: itself, or with the next number behind it.
fn free(name: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut found = name.to_owned();
    let mut n = 2;
    while taken(&found) {
        found = format!("{name} {n}");
        n += 1;
    }
    found
}

/// One copy of a paper is enough to read.
fn once(paper: &Pages, of: &Material) -> Pages {
    let copies = match of.what {
        PaperKind::Handout | PaperKind::LargePrint | PaperKind::Ballots => of.copies.unwrap_or(1),
        _ => 1,
    };
    let pages = paper.pages.len() / usize::try_from(copies.max(1)).unwrap_or(1);
    Pages { pages: paper.pages[..pages].to_vec(), ..paper.clone() }
}

/// Whether no reader copies all of it out of a PDF as it was written.
fn is_beside(pages: &Pages) -> bool {
    let passages = pages.elements.iter().filter_map(|element| element.language.as_deref());
    std::iter::once(pages.language.as_str()).chain(passages).any(pack::from_right_to_left)
}
