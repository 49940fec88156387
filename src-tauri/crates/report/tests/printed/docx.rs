//! What Word opens beside papers that no reader copies out of a PDF as they were written.

use std::io::{Cursor, Read};

use crate::papers::{english, other, printed};
use quick_xml::{Reader, events::Event};
use report::pack::{
    Ballots, Edition, Office, PrintSize, ballots, consent_sheet, guide, handout, joined, posters,
    repeated, whole,
};
use report::pack::{Paper, Print, Sheets};
use report::{Pages, Result, archive, docx, plain};

/// A paragraph as it stands in the file: its style, whether it runs from right to left, the
/// language, and its words.
#[derive(Debug, Default, PartialEq)]
struct Paragraph {
    style: String,
    /// Whether it is one of a list.
    listed: bool,
    turned: [bool; 2],
    language: String,
    words: String,
}

/// A file in a zip.
fn entry(zip: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn paragraphs(file: &[u8]) -> Vec<Paragraph> {
    let xml = entry(file, "word/document.xml");
    let mut reader = Reader::from_str(&xml);
    let (mut all, mut now) = (Vec::new(), Paragraph::default());
    loop {
        let event = reader.read_event().unwrap();
        let value = |name: &str| match &event {
            Event::Empty(tag) => {
                let found = tag.try_get_attribute(name).unwrap();
                found.map(|attribute| attribute.value.into_owned())
            }
            _ => None,
        };
        match &event {
            Event::Empty(tag) => match tag.name().as_ref() {
                "w:pStyle" => now.style = value("w:val").unwrap(),
                "w:numId" => now.listed = true,
                "w:bidi" => now.turned[0] = true,
                "w:rtl" => now.turned[1] = true,
                "w:lang" => now.language = value("w:val").or(value("w:bidi")).unwrap(),
                _ => {}
            },
            Event::Text(text) => now.words.push_str(text),
            Event::GeneralRef(name) => now.words.push_str(match name.as_ref() {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                "apos" => "'",
                other => panic!("{other}"),
            }),
            Event::End(tag) if tag.name().as_ref() == "w:p" => all.push(std::mem::take(&mut now)),
            Event::Eof => return all,
            _ => {}
        }
    }
}

const NAMED: Ballots = Ballots { paper: Office::A4, copies: 1, named: true };

fn handouts(edition: &Edition) -> Result<Pages> {
    handout(edition, Office::A4, PrintSize::Usual)
}

#[test]
fn word_has_the_words_of_the_paper_in_their_order() {
    for pack in [other::urdu(), other::bengali(), english()] {
        let pages = printed(&pack, handouts).unwrap();
        let file = docx(&pages).unwrap();
        let told = paragraphs(&file);
        let words: Vec<&str> = told.iter().map(|p| p.words.as_str()).collect();
        let text = plain(&pages);
        let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(words, lines, "{}", pack.language);
        for idea in &pack.ideas {
            let heading = told.iter().find(|p| p.words.ends_with(&idea.name)).unwrap();
            assert!(heading.style.starts_with("Heading"), "{heading:?}");
            assert!(told.iter().any(|p| p.words == idea.description && p.style == "Normal"));
            for example in &idea.examples {
                assert!(told.iter().any(|p| p.words == *example && p.listed), "{example}");
            }
            assert!(told.iter().filter(|p| p.words == idea.description).all(|p| !p.listed));
        }
        assert_eq!(file, docx(&printed(&pack, handouts).unwrap()).unwrap(), "the same bytes");
    }
}

#[test]
fn urdu_runs_from_right_to_left_in_word_and_english_beside_it_does_not() {
    let (english, urdu) = (english(), other::urdu());
    let both = printed(&english, |own| {
        printed(&urdu, |beside| posters(&[*own, *beside], Print::on(Paper::A2), &[1]))
    });
    let file = docx(&both.unwrap()).unwrap();
    let told = paragraphs(&file);
    let found = |words: &str| told.iter().find(|p| p.words == words).unwrap();
    let (own, beside) = (found(&english.ideas[0].description), found(&urdu.ideas[0].description));
    assert_eq!((own.turned, own.language.as_str()), ([false, false], "en-GB"));
    assert_eq!((beside.turned, beside.language.as_str()), ([true, true], "ur-PK"));
    let all = docx(&printed(&urdu, handouts).unwrap()).unwrap();
    assert!(entry(&all, "word/styles.xml").contains(r#"<w:lang w:bidi="ur-PK"/>"#));
    assert!(paragraphs(&all).iter().all(|p| p.turned == [true, true]));
}

#[test]
fn a_ballot_is_a_table_in_word_that_can_be_ticked() {
    for (pack, turned) in [(english(), false), (other::urdu(), true)] {
        let pages = printed(&pack, |e| ballots(e, NAMED)).unwrap();
        let file = docx(&pages).unwrap();
        let xml = entry(&file, "word/document.xml");
        assert_eq!(xml.matches("<w:tbl>").count(), 1);
        assert_eq!(xml.contains("<w:bidiVisual/>"), turned, "{}", pack.language);
        let rows: Vec<&str> = xml.split("<w:tr>").skip(1).collect();
        assert_eq!(rows.len(), 1 + pack.ideas.len());
        for (row, idea) in rows[1..].iter().zip(&pack.ideas) {
            assert!(row.contains(&format!("{} {}", idea.number, idea.name)), "{row}");
            assert_eq!(row.matches("<w:tc><w:p/></w:tc>").count(), 2, "two to tick: {row}");
        }
        // Nothing is lost by a table, and the order is that of the paper.
        let signing = printed(&pack, |e| consent_sheet(e, Office::A4)).unwrap();
        let book = printed(&pack, |e| guide(e, Office::A4)).unwrap();
        for pages in [pages, signing, book] {
            let told = paragraphs(&docx(&pages).unwrap());
            let words: Vec<&str> = told.iter().map(|p| p.words.as_str()).collect();
            let text = plain(&pages);
            assert_eq!(words, text.lines().filter(|line| !line.is_empty()).collect::<Vec<_>>());
        }
    }
}

#[test]
fn letters_that_mean_something_to_the_format_stay_letters() {
    let mut pack = english();
    pack.ideas[0].description = "Fish & chips < \"supper\" > nothing.".into();
    let pages = printed(&pack, handouts).unwrap();
    let told = paragraphs(&docx(&pages).unwrap());
    assert!(told.iter().any(|p| p.words == pack.ideas[0].description));
}

#[test]
fn posters_one_by_one_are_the_posters_laid_out_at_once() {
    let pack = english();
    for sheets in [Sheets::Whole, Sheets::Tiled(Office::A4)] {
        let print = Print { sheets, ..Print::on(Paper::A3) };
        let at_once = printed(&pack, |e| posters(&[*e], print, &[1, 2, 3])).unwrap();
        let one = |n| printed(&pack, |e| posters(&[*e], print, &[n])).unwrap();
        assert_eq!(joined(vec![one(1), one(2), one(3)]).unwrap(), at_once);
    }
    assert!(joined(Vec::new()).is_err());
}

#[test]
fn copies_are_what_was_laid_out_so_many_times() {
    let pack = english();
    let of = |copies| printed(&pack, |e| ballots(e, Ballots { copies, ..NAMED })).unwrap();
    assert_eq!(repeated(&of(1), 4), of(4));
    let once = printed(&pack, handouts).unwrap();
    let thrice = repeated(&once, 3);
    assert_eq!(thrice.pages.len(), 3 * once.pages.len());
    assert_eq!(thrice.bookmarks, once.bookmarks);
    let both = whole(vec![thrice, of(2)], "Both").unwrap();
    let parents = both.elements.iter().enumerate();
    assert!(parents.skip(1).all(|(i, element)| element.parent.is_some_and(|p| p < i)));
}

#[test]
fn a_zip_holds_its_files_in_order_and_is_the_same_each_time() {
    let files = [("b.txt".to_owned(), vec![1, 2]), ("urdu, اردو.txt".to_owned(), vec![3])];
    let zip = archive(&files).unwrap();
    assert_eq!(zip, archive(&files).unwrap());
    let mut read = zip::ZipArchive::new(Cursor::new(&zip)).unwrap();
    for (i, (name, bytes)) in files.iter().enumerate() {
        let mut entry = read.by_index(i).unwrap();
        let mut held = Vec::new();
        entry.read_to_end(&mut held).unwrap();
        assert_eq!(held, *bytes, "{name}");
        assert_eq!(entry.name().unwrap(), *name);
    }
}
