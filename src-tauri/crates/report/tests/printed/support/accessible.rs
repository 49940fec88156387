//! What a machine can check of PDF/UA-1 (ISO 14289-1); the numbers are its clauses.

use std::collections::HashSet;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// Operators that put something on the page.
const PAINTS: [&str; 14] =
    ["Tj", "TJ", "'", "\"", "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do"];

/// Fails with the clause that the file does not keep.
pub fn accessible(file: &[u8]) {
    let file = Document::load_mem(file).unwrap();
    let catalog = file.catalog().unwrap();
    says_what_it_is(&file, catalog);
    let root = at(&file, catalog, b"StructTreeRoot");
    let mut tree = Tree { file: &file, headings: Vec::new(), parts: HashSet::new() };
    let top = kids(root);
    assert_eq!(top.len(), 1, "7.1: one root");
    tree.walk(top[0], "");
    // Some papers, such as seat cards, have no heading.
    let first = tree.headings.first().copied().unwrap_or(1);
    assert_eq!(first, 1, "7.4.2: the first heading is of the first level");
    for pair in tree.headings.windows(2) {
        assert!(pair[1] <= pair[0] + 1, "7.4.2: a level of headings is left out: {pair:?}");
    }
    let owners = at(&file, root, b"ParentTree").get(b"Nums").unwrap().as_array().unwrap();
    let owners: Vec<&Vec<Object>> = owners
        .iter()
        .skip(1)
        .step_by(2)
        .map(|list| file.get_object(list.as_reference().unwrap()).unwrap().as_array().unwrap())
        .collect();
    for (number, page) in file.get_pages().into_values().enumerate() {
        let marked = everything_is_marked(&file, page);
        assert_eq!(marked, owners[number].len(), "7.1: content and its parts, page {}", number + 1);
        for owner in owners[number] {
            let known = tree.parts.contains(&owner.as_reference().unwrap());
            assert!(known, "7.1: content outside the tree, page {}", number + 1);
        }
    }
    for object in file.objects.values() {
        if let Ok(font) = object.as_dict()
            && font.has_type(b"Font")
        {
            font_is_whole(&file, font);
        }
    }
}

fn says_what_it_is(file: &Document, catalog: &Dictionary) {
    let yes = |of: &Dictionary, key: &[u8]| of.get(key).unwrap().as_bool().unwrap();
    assert!(yes(at(file, catalog, b"MarkInfo"), b"Marked"), "6.2: marked");
    assert!(yes(at(file, catalog, b"ViewerPreferences"), b"DisplayDocTitle"), "7.1: title shown");
    assert!(!catalog.get(b"Lang").unwrap().as_str().unwrap().is_empty(), "7.2: language");
    let metadata = catalog.get(b"Metadata").unwrap().as_reference().unwrap();
    let metadata = file.get_object(metadata).unwrap().as_stream().unwrap();
    let metadata = String::from_utf8(metadata.content.clone()).unwrap();
    assert!(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"), "5: says which part it follows");
    let title = metadata.split("<dc:title>").nth(1).unwrap();
    assert!(!title.split("\">").nth(1).unwrap().starts_with('<'), "7.1: has a title");
}

struct Tree<'a> {
    file: &'a Document,
    /// Levels, in reading order.
    headings: Vec<u8>,
    parts: HashSet<ObjectId>,
}

/// The parts in a part, without pieces of content.
fn kids(of: &Dictionary) -> Vec<ObjectId> {
    match of.get(b"K") {
        Ok(Object::Reference(one)) => vec![*one],
        Ok(Object::Array(all)) => all.iter().filter_map(|k| k.as_reference().ok()).collect(),
        _ => Vec::new(),
    }
}

impl Tree<'_> {
    fn walk(&mut self, id: ObjectId, within: &str) {
        assert!(self.parts.insert(id), "a part has one parent");
        let part = self.file.get_object(id).unwrap().as_dict().unwrap();
        let kind = String::from_utf8_lossy(part.get(b"S").unwrap().as_name().unwrap()).into_owned();
        let belongs = match kind.as_str() {
            "LI" => within == "L",
            "LBody" | "Lbl" => within == "LI",
            "TR" => within == "Table",
            "TH" | "TD" => within == "TR",
            _ => !matches!(within, "L" | "LI" | "Table" | "TR"),
        };
        assert!(belongs, "7.5 and 7.6: {kind} in {within}");
        if let Some(level) = kind.strip_prefix('H').and_then(|level| level.parse().ok()) {
            self.headings.push(level);
        }
        if kind == "Figure" {
            let alternative = part.get(b"Alt").unwrap().as_str().unwrap();
            assert!(alternative.len() > 2, "7.3: a figure in words");
        }
        if kind == "TH" {
            assert!(part.get(b"A").unwrap().as_dict().unwrap().has(b"Scope"), "7.5: scope");
        }
        let below = kids(part);
        if kind == "Table" {
            let rows: HashSet<usize> = below
                .iter()
                .map(|row| kids(self.file.get_object(*row).unwrap().as_dict().unwrap()).len())
                .collect();
            assert_eq!(rows.len(), 1, "7.5: rows of {rows:?} cells in one table");
        }
        for kid in below {
            self.walk(kid, &kind);
        }
    }
}

/// Whether all that is painted is a part or is said to be decoration; gives how many pieces are
/// parts.
fn everything_is_marked(file: &Document, page: ObjectId) -> usize {
    let content = Content::decode(&file.get_page_content(page)).unwrap();
    let (mut open, mut pieces) = (Vec::new(), 0);
    for operation in content.operations {
        match operation.operator.as_str() {
            "BDC" | "BMC" => {
                let tag = operation.operands[0].as_name().unwrap().to_vec();
                let properties = operation.operands.get(1).and_then(|p| p.as_dict().ok());
                if let Some(Ok(id)) = properties.map(|p| p.get(b"MCID")) {
                    assert_eq!(id.as_i64().unwrap(), pieces, "7.1: pieces are numbered");
                    assert!(open.is_empty(), "7.1: content in content");
                    pieces += 1;
                }
                open.push(tag);
            }
            "EMC" => assert!(open.pop().is_some(), "7.1: closed twice"),
            other if PAINTS.contains(&other) => {
                assert!(!open.is_empty(), "7.1: {other} is neither content nor decoration");
            }
            _ => {}
        }
    }
    assert!(open.is_empty(), "7.1: left open");
    usize::try_from(pieces).unwrap()
}

fn font_is_whole(file: &Document, font: &Dictionary) {
    match font.get(b"Subtype").unwrap().as_name().unwrap() {
        b"CIDFontType2" => assert!(font.has(b"CIDToGIDMap"), "7.21.3.2: from code to glyph"),
        b"Type0" => {
            let meaning = font.get(b"ToUnicode").unwrap().as_reference().unwrap();
            let meaning = file.get_object(meaning).unwrap().as_stream().unwrap();
            let text = meaning.decompressed_content().unwrap_or_else(|_| meaning.content.clone());
            let text = String::from_utf8_lossy(&text).to_uppercase();
            let pairs = text
                .split("BEGINBFCHAR")
                .skip(1)
                .flat_map(|part| part.split("ENDBFCHAR").next().unwrap().lines().map(str::trim));
            for pair in pairs {
                let nothing = ["<0000>", "<FEFF>", "<FFFE>"].iter().any(|n| pair.ends_with(n));
                assert!(!nothing, "7.21.7: a glyph that means nothing: {pair}");
            }
        }
        _ => {}
    }
}

fn at<'a>(file: &'a Document, of: &'a Dictionary, key: &[u8]) -> &'a Dictionary {
    match of.get(key).unwrap() {
        Object::Reference(id) => file.get_object(*id).unwrap().as_dict().unwrap(),
        here => here.as_dict().unwrap(),
    }
}
