//! Pages to what Word opens (Office Open XML, ECMA-376): their words in reading order, to be
//! copied, changed or sent on. It carries words, headings and direction, not the look of the page.

use std::collections::BTreeMap;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::page::{ElementId, Kind, Pages, Size};
use crate::plain::parts;
use crate::text::Setter;
use crate::{Error, Result, archive};

const WORDS: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const KINDS: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
/// Word's own measure: a twentieth of a point; 1440 to an inch.
const TWIPS_TO_A_MILLIMETRE: f32 = 1440.0 / 25.4;
/// The margin of a page, in those.
const MARGIN: &str = "1134";
/// Sizes of headings by their level, and of other words, in half points.
const HEADINGS: [&str; 3] = ["40", "30", "26"];
const TEXT: &str = "24";
/// A face that every office has, with letters for all but Bengali, for which Word takes its own.
const FACE: &str = "Arial";
/// The one kind of list, and how far its words stand from the edge.
const LIST: &str = "1";
const ITEM: &str = "360";
/// About how wide a letter is in a column of a table, in twips.
const LETTER: usize = 130;

type Xml = Writer<Vec<u8>>;
type Written = std::io::Result<()>;

/// The words of all pages as a Word document.
pub fn docx(pages: &Pages) -> Result<Vec<u8>> {
    let file = |name: &str, write: &dyn Fn(&mut Xml) -> Written| {
        let mut xml = Writer::new(Vec::new());
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))
            .and_then(|()| write(&mut xml))
            .map_err(|e| Error::Archive(e.to_string()))?;
        Ok((name.to_owned(), xml.into_inner()))
    };
    archive(&[
        file("[Content_Types].xml", &content_types)?,
        file("_rels/.rels", &package)?,
        file("word/document.xml", &|xml| document(xml, pages))?,
        file("word/styles.xml", &|xml| styles(xml, pages))?,
        file("word/numbering.xml", &lists)?,
        file("word/_rels/document.xml.rels", &|xml| {
            let parts = ["styles", "numbering"].map(|part| (part, format!("{part}.xml")));
            let to = parts.each_ref().map(|(part, file)| (*part, OFFICE, *part, file.as_str()));
            relations(xml, &to)
        })?,
        file("docProps/core.xml", &|xml| properties(xml, pages))?,
    ])
}

fn content_types(xml: &mut Xml) -> Written {
    let space = format!("{PACKAGE}/content-types");
    within(xml, "Types", &[("xmlns", &space)], |xml| {
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        empty(xml, "Default", &[("Extension", "rels"), ("ContentType", relations)])?;
        empty(xml, "Default", &[("Extension", "xml"), ("ContentType", "application/xml")])?;
        let core = "application/vnd.openxmlformats-package.core-properties+xml";
        for (part, kind) in [
            ("/word/document.xml", format!("{KINDS}.document.main+xml")),
            ("/word/styles.xml", format!("{KINDS}.styles+xml")),
            ("/word/numbering.xml", format!("{KINDS}.numbering+xml")),
            ("/docProps/core.xml", core.to_owned()),
        ] {
            empty(xml, "Override", &[("PartName", part), ("ContentType", &kind)])?;
        }
        Ok(())
    })
}

fn package(xml: &mut Xml) -> Written {
    let core = format!("{PACKAGE}/relationships/metadata");
    relations(
        xml,
        &[
            ("document", OFFICE, "officeDocument", "word/document.xml"),
            ("core", &core, "core-properties", "docProps/core.xml"),
        ],
    )
}

/// What a part leads to: name, and the kind's place and name, and where.
fn relations(xml: &mut Xml, to: &[(&str, &str, &str, &str)]) -> Written {
    let space = format!("{PACKAGE}/relationships");
    within(xml, "Relationships", &[("xmlns", &space)], |xml| {
        for (name, place, kind, target) in to {
            let kind = format!("{place}/{kind}");
            empty(xml, "Relationship", &[("Id", name), ("Type", &kind), ("Target", target)])?;
        }
        Ok(())
    })
}

fn properties(xml: &mut Xml, pages: &Pages) -> Written {
    let space = format!("{PACKAGE}/metadata/core-properties");
    let dublin = "http://purl.org/dc/elements/1.1/";
    within(xml, "cp:coreProperties", &[("xmlns:cp", &space), ("xmlns:dc", dublin)], |xml| {
        for (name, words) in [
            ("dc:title", &pages.title),
            ("dc:subject", &pages.subject),
            ("dc:language", &pages.language),
        ] {
            within(xml, name, &[], |xml| xml.write_event(Event::Text(BytesText::new(words))))?;
        }
        Ok(())
    })
}

fn document(xml: &mut Xml, pages: &Pages) -> Written {
    within(xml, "w:document", &[("xmlns:w", WORDS)], |xml| {
        within(xml, "w:body", &[], |xml| {
            let mut parts = parts(pages).peekable();
            while let Some((element, words)) = parts.next() {
                let Some(table) = around(pages, element, |kind| kind == Kind::Table) else {
                    paragraph(xml, pages, element, &words)?;
                    continue;
                };
                let mut inside = BTreeMap::from([(element, words)]);
                let is_in = |part: &ElementId| {
                    around(pages, *part, |kind| kind == Kind::Table) == Some(table)
                };
                while let Some(part) = parts.next_if(|(part, _)| is_in(part)) {
                    inside.extend([part]);
                }
                self::table(xml, pages, table, &inside)?;
            }
            within(xml, "w:sectPr", &[], |xml| {
                let twips = |length: f32| format!("{:.0}", length * TWIPS_TO_A_MILLIMETRE);
                let (width, height) = (twips(Size::A4.width), twips(Size::A4.height));
                empty(xml, "w:pgSz", &[("w:w", &width), ("w:h", &height)])?;
                let sides = ["w:top", "w:right", "w:bottom", "w:left"].map(|side| (side, MARGIN));
                empty(xml, "w:pgMar", &sides)?;
                if pages.rtl { empty(xml, "w:bidi", &[]) } else { Ok(()) }
            })
        })
    })
}

fn paragraph(xml: &mut Xml, pages: &Pages, element: ElementId, words: &str) -> Written {
    let language = language(pages, element);
    let rtl = Setter::is_rtl(language);
    let style = match pages.elements[element].kind {
        Kind::Heading(level) => {
            let level = usize::from(level).clamp(1, HEADINGS.len());
            format!("Heading{level}")
        }
        _ => "Normal".to_owned(),
    };
    within(xml, "w:p", &[], |xml| {
        within(xml, "w:pPr", &[], |xml| {
            empty(xml, "w:pStyle", &[("w:val", &style)])?;
            if pages.elements[element].kind == Kind::ListItem {
                within(xml, "w:numPr", &[], |xml| {
                    empty(xml, "w:ilvl", &[("w:val", "0")])?;
                    empty(xml, "w:numId", &[("w:val", LIST)])
                })?;
            }
            if rtl { empty(xml, "w:bidi", &[]) } else { Ok(()) }
        })?;
        within(xml, "w:r", &[], |xml| {
            within(xml, "w:rPr", &[], |xml| {
                if rtl {
                    empty(xml, "w:rtl", &[])?;
                }
                let side = if rtl { "w:bidi" } else { "w:val" };
                empty(xml, "w:lang", &[(side, &with_region(language))])
            })?;
            within(xml, "w:t", &[("xml:space", "preserve")], |xml| {
                xml.write_event(Event::Text(BytesText::new(words)))
            })
        })
    })
}

/// A table: its rows and cells as on the paper, those without words too, since they are written
/// into by hand. A paragraph parts it from the next.
fn table(
    xml: &mut Xml,
    pages: &Pages,
    table: ElementId,
    words: &BTreeMap<ElementId, String>,
) -> Written {
    let under = |parent: ElementId| {
        let all = pages.elements.iter().enumerate();
        all.filter(move |(_, element)| element.parent == Some(parent)).map(|(id, _)| id)
    };
    let rows: Vec<Vec<ElementId>> = under(table).map(|row| under(row).collect()).collect();
    let rtl = Setter::is_rtl(language(pages, table));
    within(xml, "w:tbl", &[], |xml| {
        within(xml, "w:tblPr", &[], |xml| {
            if rtl {
                empty(xml, "w:bidiVisual", &[])?;
            }
            empty(xml, "w:tblW", &[("w:w", "5000"), ("w:type", "pct")])?;
            within(xml, "w:tblBorders", &[], |xml| {
                ["w:top", "w:bottom", "w:insideH", "w:insideV"].iter().try_for_each(|side| {
                    let line = [("w:val", "single"), ("w:sz", "4"), ("w:color", "999999")];
                    empty(xml, side, &line)
                })
            })
        })?;
        within(xml, "w:tblGrid", &[], |xml| {
            let wide = |column: usize| {
                let texts = rows.iter().filter_map(|row| words.get(row.get(column)?));
                let longest = texts.map(|text| text.chars().count()).max().unwrap_or(0);
                (longest.clamp(8, 30) * LETTER).to_string()
            };
            (0..rows.iter().map(Vec::len).max().unwrap_or(0))
                .try_for_each(|column| empty(xml, "w:gridCol", &[("w:w", &wide(column))]))
        })?;
        for row in &rows {
            within(xml, "w:tr", &[], |xml| {
                for cell in row {
                    within(xml, "w:tc", &[], |xml| match words.get(cell) {
                        Some(words) => paragraph(xml, pages, *cell, words),
                        None => empty(xml, "w:p", &[]),
                    })?;
                }
                Ok(())
            })?;
        }
        Ok(())
    })?;
    empty(xml, "w:p", &[])
}

/// The nearest part of a kind that this one is or stands in.
fn around(pages: &Pages, element: ElementId, is: impl Fn(Kind) -> bool) -> Option<ElementId> {
    let mut at = Some(element);
    while let Some(id) = at {
        let here = pages.elements.get(id)?;
        if is(here.kind) {
            return Some(id);
        }
        at = here.parent;
    }
    None
}

fn styles(xml: &mut Xml, pages: &Pages) -> Written {
    within(xml, "w:styles", &[("xmlns:w", WORDS)], |xml| {
        within(xml, "w:docDefaults", &[], |xml| {
            within(xml, "w:rPrDefault", &[], |xml| {
                within(xml, "w:rPr", &[], |xml| {
                    let face = ["w:ascii", "w:hAnsi", "w:cs"].map(|script| (script, FACE));
                    empty(xml, "w:rFonts", &face)?;
                    sizes(xml, TEXT)?;
                    let own = with_region(&pages.language);
                    let side = if pages.rtl { "w:bidi" } else { "w:val" };
                    empty(xml, "w:lang", &[(side, &own)])
                })
            })?;
            within(xml, "w:pPrDefault", &[], |xml| {
                within(xml, "w:pPr", &[], |xml| empty(xml, "w:spacing", &[("w:after", "120")]))
            })
        })?;
        style(xml, "Normal", "Normal", |_| Ok(()))?;
        for (level, size) in HEADINGS.iter().enumerate() {
            let (id, name) = (format!("Heading{}", level + 1), format!("heading {}", level + 1));
            style(xml, &id, &name, |xml| {
                empty(xml, "w:basedOn", &[("w:val", "Normal")])?;
                empty(xml, "w:next", &[("w:val", "Normal")])?;
                within(xml, "w:pPr", &[], |xml| {
                    empty(xml, "w:keepNext", &[])?;
                    empty(xml, "w:spacing", &[("w:before", "240"), ("w:after", "120")])?;
                    empty(xml, "w:outlineLvl", &[("w:val", &level.to_string())])
                })?;
                within(xml, "w:rPr", &[], |xml| {
                    empty(xml, "w:b", &[])?;
                    empty(xml, "w:bCs", &[])?;
                    sizes(xml, size)
                })
            })?;
        }
        Ok(())
    })
}

/// Lists have a dash before each thing, as on the paper. In words from right to left "left" is the
/// side where they begin.
fn lists(xml: &mut Xml) -> Written {
    within(xml, "w:numbering", &[("xmlns:w", WORDS)], |xml| {
        within(xml, "w:abstractNum", &[("w:abstractNumId", LIST)], |xml| {
            within(xml, "w:lvl", &[("w:ilvl", "0")], |xml| {
                empty(xml, "w:start", &[("w:val", "1")])?;
                empty(xml, "w:numFmt", &[("w:val", "bullet")])?;
                empty(xml, "w:lvlText", &[("w:val", "–")])?;
                empty(xml, "w:lvlJc", &[("w:val", "left")])?;
                within(xml, "w:pPr", &[], |xml| {
                    empty(xml, "w:ind", &[("w:left", ITEM), ("w:hanging", ITEM)])
                })
            })
        })?;
        within(xml, "w:num", &[("w:numId", LIST)], |xml| {
            empty(xml, "w:abstractNumId", &[("w:val", LIST)])
        })
    })
}

fn style(xml: &mut Xml, id: &str, name: &str, more: impl FnOnce(&mut Xml) -> Written) -> Written {
    let normal = if id == "Normal" { "1" } else { "0" };
    let about = [("w:type", "paragraph"), ("w:default", normal), ("w:styleId", id)];
    within(xml, "w:style", &about, |xml| {
        empty(xml, "w:name", &[("w:val", name)])?;
        more(xml)
    })
}

/// The size of words, which scripts from right to left have a place of their own for.
fn sizes(xml: &mut Xml, size: &str) -> Written {
    empty(xml, "w:sz", &[("w:val", size)])?;
    empty(xml, "w:szCs", &[("w:val", size)])
}

/// The language that a part is in: its own, or that of what it stands in.
fn language(pages: &Pages, element: ElementId) -> &str {
    let mut at = Some(element);
    while let Some(here) = at.and_then(|id| pages.elements.get(id)) {
        if let Some(language) = &here.language {
            return language;
        }
        at = here.parent;
    }
    &pages.language
}

/// Word checks spelling by language and region.
fn with_region(language: &str) -> String {
    match language {
        "ur" => "ur-PK".to_owned(),
        "ar" => "ar-SA".to_owned(),
        "fa" => "fa-IR".to_owned(),
        "he" => "he-IL".to_owned(),
        other => other.to_owned(),
    }
}

fn empty(xml: &mut Xml, name: &str, attributes: &[(&str, &str)]) -> Written {
    let element = xml.create_element(name).with_attributes(attributes.iter().copied());
    element.write_empty().map(|_| ())
}

fn within(
    xml: &mut Xml,
    name: &str,
    attributes: &[(&str, &str)],
    inside: impl FnOnce(&mut Xml) -> Written,
) -> Written {
    let element = xml.create_element(name).with_attributes(attributes.iter().copied());
    element.write_inner_content(inside).map(|_| ())
}
