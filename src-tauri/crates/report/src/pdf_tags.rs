//! What the file says about itself: its tree of parts, bookmarks, language, dates and identity.

use chrono::DateTime;
use lopdf::{
    Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary, text_string,
};

use crate::page::{Bookmark, ElementId, Kind, Pages};
use crate::pdf::{PT, foot, up};
use crate::{Error, Result};

const MAKER: &str = "Folkmoot";

/// The tag of a part.
pub(crate) fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Document => "Document",
        Kind::Section => "Sect",
        Kind::Heading(1) => "H1",
        Kind::Heading(2) => "H2",
        Kind::Heading(_) => "H3",
        Kind::Paragraph => "P",
        Kind::Quotation => "BlockQuote",
        Kind::List => "L",
        Kind::ListItem => "LI",
        Kind::Table => "Table",
        Kind::Row => "TR",
        Kind::ColumnHead | Kind::RowHead => "TH",
        Kind::Cell => "TD",
        Kind::Figure => "Figure",
    }
}

/// Adds to a file what its writer cannot say. `marks` holds the element of each piece of marked
/// content, page by page, `identity` what tells the file from every other.
pub(crate) fn finish(
    file: &mut Document,
    pages: &Pages,
    page_ids: &[ObjectId],
    marks: &[Vec<ElementId>],
    identity: u128,
) -> Result<()> {
    "1.7".clone_into(&mut file.version);
    let tree = tree(file, pages, marks, page_ids)?;
    let outlines = outlines(file, pages, page_ids);
    boxes(file, pages, page_ids)?;
    let xmp = xmp(pages);
    let metadata = file.add_object(
        Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, xmp.into_bytes())
            .with_compression(false),
    );
    let info = file.add_object(info(pages));

    let catalog = file.catalog_mut().map_err(|error| Error::Pdf(error.to_string()))?;
    catalog.set("Lang", text_string(&pages.language));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    let mut preferences = dictionary! { "DisplayDocTitle" => true };
    if pages.rtl {
        preferences.set("Direction", "R2L");
    }
    catalog.set("ViewerPreferences", preferences);
    catalog.set("StructTreeRoot", tree);
    catalog.set("Metadata", metadata);
    let decimal = dictionary! { "S" => "D" };
    catalog.set("PageLabels", dictionary! { "Nums" => vec![0.into(), decimal.into()] });
    if let Some(outlines) = outlines {
        catalog.set("Outlines", outlines);
        catalog.set("PageMode", "UseOutlines");
    }
    if let Ok(Object::Reference(old)) = file.trailer.get(b"Info").cloned() {
        file.objects.remove(&old);
    }
    file.trailer.set("Info", info);
    let id = Object::String(identity.to_be_bytes().to_vec(), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![id.clone(), id]);
    Ok(())
}

/// The tree of parts, and the way back into it from each piece of a page.
fn tree(
    file: &mut Document,
    pages: &Pages,
    marks: &[Vec<ElementId>],
    page_ids: &[ObjectId],
) -> Result<ObjectId> {
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = pages.elements.iter().map(|_| file.new_object_id()).collect();
    // What a list item says lies in a part of its own: PDF/UA-1, 7.6.
    let bodies: Vec<ObjectId> = pages
        .elements
        .iter()
        .zip(&ids)
        .map(|(element, id)| match element.kind {
            Kind::ListItem => file.new_object_id(),
            _ => *id,
        })
        .collect();
    let mut kids: Vec<Vec<Object>> = vec![Vec::new(); ids.len()];
    // The page that a part begins on.
    let mut begins: Vec<Option<ObjectId>> = vec![None; ids.len()];
    let mut nums = Vec::new();
    for (number, (marks, page)) in marks.iter().zip(page_ids).enumerate() {
        let key = i64::try_from(number).unwrap_or(i64::MAX);
        for (mark, element) in marks.iter().enumerate() {
            let mark = i64::try_from(mark).unwrap_or(i64::MAX);
            let on_it = *begins[*element].get_or_insert(*page) == *page;
            // On another page than the part itself it says which.
            let on_another = || dictionary! { "Type" => "MCR", "Pg" => *page, "MCID" => mark };
            kids[*element].push(if on_it { mark.into() } else { on_another().into() });
        }
        let owners: Vec<Object> = marks.iter().map(|element| bodies[*element].into()).collect();
        nums.push(key.into());
        nums.push(file.add_object(owners).into());
        let page = file
            .get_object_mut(*page)
            .and_then(Object::as_dict_mut)
            .map_err(|error| Error::Pdf(error.to_string()))?;
        page.set("StructParents", key);
        page.set("Tabs", "S");
    }
    // Children come after their parents, so going backwards every part is whole when it is met.
    for (i, element) in pages.elements.iter().enumerate().skip(1).rev() {
        // An empty cell still keeps its column.
        let cell = matches!(element.kind, Kind::Cell | Kind::ColumnHead | Kind::RowHead);
        if kids[i].is_empty() && !cell {
            continue;
        }
        if let Some(parent) = element.parent {
            kids[parent].push(ids[i].into());
        }
    }
    for (i, element) in pages.elements.iter().enumerate() {
        let mut own = std::mem::take(&mut kids[i]);
        // Children were met last to first; an element has either children or content, but for
        // those that hold a figure beside words.
        let first_child = own.iter().position(|kid| kid.as_reference().is_ok());
        if let Some(first) = first_child {
            own[first..].reverse();
        }
        let parent = element.parent.map_or(root, |parent| bodies[parent]);
        let mut own = match own.as_slice() {
            [only] => only.clone(),
            _ => own.into(),
        };
        let mut page = begins[i];
        if bodies[i] != ids[i] {
            let mut body = dictionary! { "S" => "LBody", "P" => ids[i], "K" => own };
            if let Some(page) = page.take() {
                body.set("Pg", page);
            }
            file.set_object(bodies[i], body);
            own = bodies[i].into();
        }
        let mut part = dictionary! { "S" => name(element.kind), "P" => parent, "K" => own };
        if let Some(page) = page {
            part.set("Pg", page);
        }
        if let Some(alt) = &element.alt {
            part.set("Alt", text_string(alt));
        }
        if let Some(language) = &element.language {
            part.set("Lang", text_string(language));
        }
        let scope = match element.kind {
            Kind::ColumnHead => Some("Column"),
            Kind::RowHead => Some("Row"),
            _ => None,
        };
        if let Some(scope) = scope {
            part.set("A", dictionary! { "O" => "Table", "Scope" => scope });
        }
        file.set_object(ids[i], part);
    }
    let nums = file.add_object(dictionary! { "Nums" => nums });
    let next = i64::try_from(page_ids.len()).unwrap_or(i64::MAX);
    file.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => ids[0],
            "ParentTree" => nums,
            "ParentTreeNextKey" => next,
        },
    );
    Ok(root)
}

/// Where a sheet is cut, and how far beyond the cut it is printed.
fn boxes(file: &mut Document, pages: &Pages, page_ids: &[ObjectId]) -> Result<()> {
    for (page, id) in pages.pages.iter().zip(page_ids) {
        let Some(cut) = page.cut else { continue };
        let (width, height) = page.size.pixels();
        let inset = |by: f32| -> Object {
            let sides = [by, by, width - by, height - by];
            sides.map(|side| Object::Real((side * PT * 1000.0).round() / 1000.0)).to_vec().into()
        };
        let page = file
            .get_object_mut(*id)
            .and_then(Object::as_dict_mut)
            .map_err(|error| Error::Pdf(error.to_string()))?;
        page.set("TrimBox", inset(cut.margin));
        page.set("BleedBox", inset(cut.margin - cut.bleed));
    }
    Ok(())
}

/// Bookmarks, each under the last one of a higher level.
fn outlines(file: &mut Document, laid: &Pages, pages: &[ObjectId]) -> Option<ObjectId> {
    let marks = &laid.bookmarks;
    let from_foot =
        |mark: &Bookmark| laid.pages.get(mark.page).map_or(0.0, |page| up(mark.y, foot(page.size)));
    if marks.is_empty() {
        return None;
    }
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = marks.iter().map(|_| file.new_object_id()).collect();
    let parents: Vec<Option<usize>> = (0..marks.len())
        .map(|i| (0..i).rev().find(|before| marks[*before].level < marks[i].level))
        .collect();
    let children = |parent: Option<usize>| -> Vec<usize> {
        (0..marks.len()).filter(|i| parents[*i] == parent).collect()
    };
    for parent in std::iter::once(None).chain((0..marks.len()).map(Some)) {
        let family = children(parent);
        for (place, i) in family.iter().enumerate() {
            let mark = &marks[*i];
            let page = pages.get(mark.page)?;
            let mut entry = dictionary! {
                "Title" => text_string(&mark.title),
                "Parent" => parent.map_or(root, |parent| ids[parent]),
                "Dest" => vec![
                    (*page).into(), "XYZ".into(), Object::Null, (from_foot(mark) + 8.0).into(),
                    Object::Null,
                ],
            };
            if place > 0 {
                entry.set("Prev", ids[family[place - 1]]);
            }
            if let Some(next) = family.get(place + 1) {
                entry.set("Next", ids[*next]);
            }
            let under = (*i + 1..marks.len()).take_while(|j| marks[*j].level > mark.level).count();
            bracket(&mut entry, &children(Some(*i)), under, &ids);
            file.set_object(ids[*i], entry);
        }
    }
    let mut top = dictionary! { "Type" => "Outlines" };
    bracket(&mut top, &children(None), marks.len(), &ids);
    file.set_object(root, top);
    Some(root)
}

/// First and last of the children, and the number of all that are under them too.
fn bracket(entry: &mut Dictionary, family: &[usize], under: usize, ids: &[ObjectId]) {
    if let (Some(first), Some(last)) = (family.first(), family.last()) {
        entry.set("First", ids[*first]);
        entry.set("Last", ids[*last]);
        entry.set("Count", i64::try_from(under).unwrap_or(i64::MAX));
    }
}

fn info(pages: &Pages) -> Dictionary {
    let date = moment(pages, "D:%Y%m%d%H%M%SZ");
    dictionary! {
        "Title" => text_string(&pages.title),
        "Subject" => text_string(&pages.subject),
        "Creator" => text_string(MAKER),
        "Producer" => text_string(MAKER),
        "CreationDate" => Object::string_literal(date.clone()),
        "ModDate" => Object::string_literal(date),
    }
}

fn xmp(pages: &Pages) -> String {
    let date = moment(pages, "%Y-%m-%dT%H:%M:%SZ");
    let (title, subject) = (escape(&pages.title), escape(&pages.subject));
    let language = escape(&pages.language);
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" \
xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"><pdfuaid:part>1</pdfuaid:part>\
<dc:format>application/pdf</dc:format>\
<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\
<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{subject}</rdf:li></rdf:Alt>\
</dc:description>\
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\
<xmp:CreatorTool>{MAKER}</xmp:CreatorTool><xmp:CreateDate>{date}</xmp:CreateDate>\
<xmp:ModifyDate>{date}</xmp:ModifyDate><pdf:Producer>{MAKER}</pdf:Producer>\
</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>"
    )
}

fn moment(pages: &Pages, format: &str) -> String {
    DateTime::from_timestamp(pages.stamp, 0).unwrap_or_default().format(format).to_string()
}

pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// What tells this file from every other: its identity and all that is on its pages.
pub(crate) fn identity(pages: &Pages, contents: &[Stream]) -> u128 {
    let own = pages.identity.bytes().chain(pages.stamp.to_be_bytes());
    fingerprint(own.chain(contents.iter().flat_map(|content| content.content.iter().copied())))
}

/// FNV-1a of 128 bits: told apart, not kept secret.
pub(crate) fn fingerprint(bytes: impl IntoIterator<Item = u8>) -> u128 {
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    bytes.into_iter().fold(BASIS, |sum, byte| (sum ^ u128::from(byte)).wrapping_mul(PRIME))
}
