//! Ballots, handouts, the guide and the small papers, as those who use them meet them.

use crate::papers::{Speaker, english, other, printed};
use crate::support::{sound, text, through};
use report::pack::{
    Ballots, Budget, Edition, Idea, LABELS, Office, Pack, Paper, Print, PrintSize, ballots,
    consent_sheet, door_sign, guide, handout, note_sheets, posters, seat_cards, sticker_sheets,
    whole,
};
use report::page::{Kind, MM, Shape, Size, What};
use report::{Error, Pages, Result};

type Make = fn(&Edition) -> Result<Pages>;

const NAMED: Ballots = Ballots { paper: Office::A4, copies: 1, named: true };

/// Every paper of the pack but the posters.
const PAPERS: [(&str, Make); 9] = [
    ("ballots", |e| ballots(e, NAMED)),
    ("handout", |e| handout(e, Office::A4, PrintSize::Usual)),
    ("large", |e| handout(e, Office::Letter, PrintSize::Large)),
    ("guide", |e| guide(e, Office::A4)),
    ("notes", |e| note_sheets(e, Office::A4, 2)),
    ("consent", |e| consent_sheet(e, Office::A4)),
    ("seats", |e| seat_cards(e, Office::A4)),
    ("stickers", |e| sticker_sheets(e, &LABELS[0], 9)),
    ("door", |e| door_sign(e, Office::A4)),
];

fn file(pack: &Pack, make: impl FnOnce(&Edition) -> Result<Pages>) -> Vec<u8> {
    report::pdf(&printed(pack, make).unwrap()).unwrap()
}

/// Whether words stand inside the page.
fn inside(pages: &Pages) {
    for (i, page) in pages.pages.iter().enumerate() {
        let (width, height) = page.size.pixels();
        for item in &page.items {
            let What::Run { run, y } = &item.what else { continue };
            let (left, right) = item.sides();
            let fits = left > 8.0 && right < width - 8.0 && *y < height - 8.0;
            assert!(fits, "page {}: {:?} at {left} to {right}, {y}", i + 1, run.text);
        }
    }
}

#[test]
fn every_paper_is_sound_in_every_language() {
    let packs = [english(), other::welsh(), other::polish(), other::bengali(), other::urdu()];
    for pack in &packs {
        for (name, make) in PAPERS {
            let pages = printed(pack, make).unwrap_or_else(|e| panic!("{name}: {e}"));
            inside(&pages);
            let file = report::pdf(&pages).unwrap();
            sound(&file);
            assert!(file.len() < 120_000, "{name}: {} bytes", file.len());
        }
    }
}

#[test]
fn the_same_papers_are_the_same_bytes() {
    let pack = english();
    for (name, make) in PAPERS {
        assert_eq!(file(&pack, make), file(&pack, make), "{name}");
    }
}

#[test]
fn papers_say_what_the_study_says_in_four_languages() {
    for pack in [english(), other::welsh(), other::polish(), other::bengali()] {
        let ballot = text(&file(&pack, |e| ballots(e, NAMED)));
        let told = text(&file(&pack, |e| handout(e, Office::A4, PrintSize::Usual)));
        for idea in &pack.ideas {
            assert!(ballot.contains(&idea.name), "{}\n{ballot}", idea.name);
            let all = [&idea.name, &idea.description];
            for words in all.into_iter().chain(&idea.examples) {
                assert!(told.contains(words.as_str()), "{words}\n{told}");
            }
        }
    }
}

#[test]
fn a_ballot_has_a_circle_and_a_square_for_each_idea() {
    let pack = english();
    let pages = printed(&pack, |e| ballots(e, Ballots { copies: 3, ..NAMED })).unwrap();
    assert_eq!(pages.pages.len(), 3);
    let round = |item: &&report::page::Item| match &item.what {
        What::Shape(Shape::Frame { width, radius, .. }) => (radius * 2.0 - width).abs() < 0.01,
        _ => false,
    };
    assert_eq!(pages.pages[0].items.iter().filter(round).count(), 9);
    let words = text(&report::pdf(&pages).unwrap());
    assert!(words.contains("Tick two circles: the ideas you like most"), "{words}");
    assert!(words.contains("Mark one square: the one you would argue about most"));
    assert!(words.contains("your seat"));
    let parts = through("pdfinfo", &["-struct", "FILE"], &report::pdf(&pages).unwrap());
    assert_eq!(parts.matches("TR").count(), 30, "{parts}");
}

#[test]
fn a_secret_ballot_asks_for_no_seat_and_other_budgets_are_said() {
    let pack = Pack { budget: Budget { green: 5, red: 0 }, ..english() };
    let secret = Ballots { named: false, ..NAMED };
    let words = text(&file(&pack, |e| ballots(e, secret)));
    assert!(!words.contains("your seat"), "{words}");
    assert!(words.contains("Your five stickers You have 5 green."), "{words}");
    assert!(!words.contains("argue"), "{words}");
}

#[test]
fn a_long_ballot_goes_on_overleaf() {
    let mut pack = english();
    let idea = pack.ideas[0].clone();
    pack.ideas = (1..=30).map(|number| Idea { number, ..idea.clone() }).collect();
    let pages = printed(&pack, |e| ballots(e, NAMED)).unwrap();
    assert_eq!(pages.pages.len(), 2);
    inside(&pages);
    let words = text(&report::pdf(&pages).unwrap());
    assert!(words.contains("More ideas overleaf.") && words.contains("30 Individuals"), "{words}");
}

#[test]
fn large_print_has_nothing_smaller_than_eighteen_points() {
    let pages = printed(&english(), |e| handout(e, Office::A4, PrintSize::Large)).unwrap();
    for item in pages.pages.iter().flat_map(|page| &page.items) {
        if let What::Run { run, .. } = &item.what {
            assert!(run.size * 0.75 > 17.99, "{}: {} pt", run.text, run.size * 0.75);
        }
    }
}

#[test]
fn the_guide_is_a_booklet_with_the_coverage_on_its_back() {
    for pack in [english(), other::bengali(), other::urdu()] {
        let pages = printed(&pack, |e| guide(e, Office::A4)).unwrap();
        assert!(pages.pages.len().is_multiple_of(4), "{} pages", pages.pages.len());
    }
    let pack = english();
    let file = file(&pack, |e| guide(e, Office::A4));
    let all = text(&file);
    for activity in pack.guide.stages.iter().flat_map(|stage| &stage.activities) {
        for words in [&activity.questions, &activity.probes, &activity.notes].into_iter().flatten()
        {
            assert!(all.contains(words.as_str()), "{words}\n{all}");
        }
        assert!(all.contains(&activity.title));
    }
    for idea in &pack.ideas {
        for words in idea.probes.iter().chain(&idea.what_ifs) {
            assert!(all.contains(words.as_str()), "{words}");
        }
    }
    assert!(all.contains("Gallery 9 min, from 19:35"), "{all}");
    assert!(all.contains("from 19:44, 20:06, 20:28"), "{all}");
    assert!(all.contains("End 21:00"), "{all}");
    let back = through("pdftotext", &["-raw", "-f", "12", "-l", "12", "FILE", "-"], &file);
    let back = back.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(back.starts_with("Talked of so far"), "{back}");
    let rarely = back.find("9 Local standards 1").unwrap();
    assert!(rarely < back.find("2 User charging 4").unwrap(), "the least talked of come first");
}

#[test]
fn the_guide_counts_from_nought_without_a_group() {
    let pack = Pack { group: None, ..english() };
    let all = text(&file(&pack, |e| guide(e, Office::A4)));
    assert!(all.contains("Gallery 9 min, from 0:35"), "{all}");
}

#[test]
fn stickers_lie_on_their_labels() {
    let pack = english();
    for labels in &LABELS {
        let pages = printed(&pack, |e| sticker_sheets(e, labels, 9)).unwrap();
        let on_sheet = usize::from(labels.across) * usize::from(labels.down);
        assert_eq!(pages.pages.len(), 27usize.div_ceil(on_sheet), "{}", labels.name);
        let lies = |from: f32, step: f32, long: f32, count: u8, low: f32, high: f32| {
            (0..count).any(|i| {
                let edge = (from + f32::from(i) * step) * MM;
                low > edge && high < edge + long * MM
            })
        };
        for item in &pages.pages[0].items {
            if item.element.is_none() {
                continue;
            }
            let ((left, right), (top, bottom)) = (item.sides(), item.heights());
            let l = labels;
            assert!(lies(l.left, l.step_across, l.width, l.across, left, right), "{}", l.name);
            assert!(lies(l.top, l.step_down, l.height, l.down, top, bottom), "{}", l.name);
        }
        let (width, height) = (labels.sheet.width, labels.sheet.height);
        let last =
            |from: f32, step: f32, count: u8, long: f32| from + step * f32::from(count - 1) + long;
        assert!(last(labels.left, labels.step_across, labels.across, labels.width) <= width);
        assert!(last(labels.top, labels.step_down, labels.down, labels.height) <= height);
    }
    let alts = printed(&pack, |e| sticker_sheets(e, &LABELS[0], 7)).unwrap();
    let alt = alts.elements.iter().find_map(|element| element.alt.clone()).unwrap();
    assert!(alt.contains("14 green") && alt.contains("7 red"), "{alt}");
}

fn cards_on(edition: &Edition) -> Result<Pages> {
    seat_cards(edition, Office::A4)
}

fn sign_on(edition: &Edition) -> Result<Pages> {
    door_sign(edition, Office::A4)
}

/// Nobody reads a word on a door that is cut in two.
#[test]
fn the_sign_says_welcome_in_whole_words() {
    for pack in [english(), other::welsh(), other::polish(), other::bengali(), other::urdu()] {
        let pages = printed(&pack, sign_on).unwrap();
        for item in pages.pages.iter().flat_map(|page| &page.items) {
            let What::Run { run, .. } = &item.what else { continue };
            assert!(!run.text.contains('\u{ad}'), "{}: {}", pack.language, run.text);
        }
    }
}

#[test]
fn papers_for_a_printer_in_the_us_stand_on_its_paper() {
    let letter = Office::Letter;
    for (name, make, size, pages) in [
        ("notes", (|e| note_sheets(e, Office::Letter, 2)) as Make, letter.size(), 2),
        ("seats", |e| seat_cards(e, Office::Letter), letter.size(), 3),
        ("door", |e| door_sign(e, Office::Letter), letter.size(), 1),
        ("consent", |e| consent_sheet(e, Office::Letter), letter.size(), 1),
        (
            "ballots",
            |e| ballots(e, Ballots { paper: Office::Letter, ..NAMED }),
            Size { width: 139.7, height: 215.9 },
            1,
        ),
    ] {
        for pack in [english(), other::welsh(), other::polish(), other::bengali(), other::urdu()] {
            let laid = printed(&pack, make).unwrap();
            inside(&laid);
            let all = laid.pages.iter().all(|page| page.size == size);
            assert_eq!((laid.pages.len(), all), (pages, true), "{name}, {}", pack.language);
        }
    }
}

#[test]
fn the_handout_of_nine_ideas_is_one_sheet_on_either_paper() {
    for paper in [Office::A4, Office::Letter] {
        let laid = printed(&english(), |e| handout(e, paper, PrintSize::Usual)).unwrap();
        assert_eq!(laid.pages.len(), 2, "{paper:?}");
        inside(&laid);
    }
}

/// There are no rules for parting Welsh words that may be shipped, so a long one is parted only
/// where it would leave its place.
#[test]
fn the_longest_welsh_word_stays_on_its_paper() {
    let village = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";
    let mut pack = other::welsh();
    pack.study = format!("Syniadau {village}");
    pack.group.as_mut().unwrap().name = village.to_owned();
    pack.group.as_mut().unwrap().place = format!("Neuadd {village}");
    pack.group.as_mut().unwrap().seats[0].name = village.to_owned();
    for idea in &mut pack.ideas {
        idea.name = village.to_owned();
        idea.description = format!("{} {village} {}", idea.description, village.repeat(4));
        idea.examples.push(village.repeat(2));
    }
    let mut on_every_paper: Vec<(&str, Make)> = PAPERS.to_vec();
    on_every_paper.push(("letter", |e| ballots(e, Ballots { paper: Office::Letter, ..NAMED })));
    on_every_paper.push(("A4", |e| posters(&[*e], Print::on(Paper::A4), &[1])));
    on_every_paper.push(("A2", |e| posters(&[*e], Print::on(Paper::A2), &[1])));
    for (name, make) in on_every_paper {
        let laid = printed(&pack, make).unwrap_or_else(|e| panic!("{name}: {e}"));
        inside(&laid);
        // Parted or not, none of its letters is lost: the name stands there as it was written.
        if !matches!(name, "notes" | "stickers") {
            let words = report::plain(&laid).split_whitespace().collect::<String>();
            assert!(words.contains(village), "{name}: {words}");
        }
    }
}

#[test]
fn each_seat_has_its_card_and_its_line() {
    let mut pack = english();
    let cards = printed(&pack, cards_on).unwrap();
    assert_eq!(cards.pages.len(), 3, "four on a sheet");
    let words = text(&report::pdf(&cards).unwrap());
    assert!(words.contains("1 Farah") && words.contains("9 Ruth"), "{words}");
    let signed = text(&file(&pack, |e| consent_sheet(e, Office::A4)));
    assert!(signed.contains("7 Siân") && signed.contains("We never use your name."), "{signed}");
    pack.group.as_mut().unwrap().seats[0].name = "Bartholomew-Alexander Featherstonehaugh".into();
    inside(&printed(&pack, cards_on).unwrap());
    pack.group.as_mut().unwrap().seats[0].name = "long ".repeat(200);
    assert!(matches!(printed(&pack, cards_on), Err(Error::TooLong { .. })));
    pack.group = None;
    assert!(text(&file(&pack, cards_on)).ends_with("10"));
}

#[test]
fn a_sign_for_the_door_shrinks_and_then_is_refused() {
    let mut pack = english();
    let words = text(&file(&pack, sign_on));
    assert!(words.contains("Come in. Nine ideas for public services 12 March 2026"), "{words}");
    pack.study = "Nine ideas for public services ".repeat(12);
    inside(&printed(&pack, sign_on).unwrap());
    pack.study = "Nine ideas for public services ".repeat(100);
    assert!(matches!(printed(&pack, sign_on), Err(Error::TooLong { .. })));
}

#[test]
fn hostile_words_are_set_or_refused_on_every_paper() {
    let hard = [
        "a".repeat(300),
        "word ".repeat(4000),
        "\u{202e}turned\u{2067} about".to_owned(),
        format!("e{}", "\u{301}".repeat(50)),
        "party 🎉".to_owned(),
        String::new(),
    ];
    for words in hard {
        let mut pack = english();
        pack.ideas.truncate(2);
        pack.ideas[0].description.clone_from(&words);
        pack.ideas[0].examples = vec![words.clone()];
        pack.ideas[0].probes = vec![words.clone()];
        let drawn = !words.contains(['🎉', '\u{301}']);
        for (name, make) in PAPERS {
            match printed(&pack, make) {
                Ok(pages) => {
                    assert!(drawn || !matches!(name, "handout" | "large" | "guide"), "{name}");
                    inside(&pages);
                    report::pdf(&pages).unwrap();
                }
                Err(Error::MissingGlyph { .. } | Error::Stacked { .. }) => {
                    assert!(!drawn, "{name}");
                }
                Err(other) => panic!("{name}: {other}"),
            }
        }
    }
}

#[test]
fn the_whole_pack_is_one_file() {
    let (en, ur) = (english(), other::urdu());
    let across = Print::on(Paper::A3);
    let papers = vec![
        printed(&en, |e| posters(&[*e], across, &[])).unwrap(),
        printed(&ur, |e| posters(&[*e], across, &[])).unwrap(),
        printed(&en, |e| guide(e, Office::A4)).unwrap(),
        printed(&en, |e| ballots(e, NAMED)).unwrap(),
    ];
    let count: usize = papers.iter().map(|paper| paper.pages.len()).sum();
    let pages = whole(papers, "The pack").unwrap();
    assert_eq!(pages.pages.len(), count);
    let file = report::pdf(&pages).unwrap();
    sound(&file);
    let all = text(&file);
    assert!(all.contains("Your three stickers") && all.contains("Talked of so far"));
    assert!(all.contains("Everyone has an adviser"), "{all}");
    let parts = through("pdfinfo", &["-struct-text", "FILE"], &file);
    assert!(parts.find("Your three stickers") > parts.find("Talked of so far"), "{parts}");
    assert!(matches!(whole(Vec::new(), "The pack"), Err(Error::Nothing)));
}

#[test]
fn words_in_urdu_come_out_as_they_were_written_beside_the_file() {
    let pack = other::urdu();
    let across = Print::on(Paper::A2);
    let pages = printed(&pack, |e| posters(&[*e], across, &[])).unwrap();
    let told = report::plain(&pages);
    for idea in &pack.ideas {
        assert!(told.contains(&format!("{} {}", idea.number, idea.name)), "{told}");
        for words in [&idea.description].into_iter().chain(&idea.examples) {
            assert!(told.contains(words.as_str()), "{words}\n{told}");
        }
    }
}

#[test]
fn every_message_of_the_papers_is_used() {
    let messages = include_str!("../../../../../assets/locales/en/papers.ftl");
    let source = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/pack");
    let mut code = String::new();
    for file in std::fs::read_dir(source).unwrap() {
        code.push_str(&std::fs::read_to_string(file.unwrap().path()).unwrap());
    }
    let ids = messages.lines().filter_map(|line| line.split_once(" =")).map(|(id, _)| id);
    for id in ids.filter(|id| id.starts_with(|c: char| c.is_ascii_lowercase())) {
        let made =
            id.strip_suffix("-title").is_some_and(|what| code.contains(&format!("\"{what}\"")));
        assert!(made || code.contains(&format!("\"{id}\"")), "{id} stands on no paper");
    }
    // A message that is missing ends the test that prints with it.
    Speaker::new("en-GB");
}

#[test]
fn a_guide_is_a_tree_of_headings_lists_and_tables() {
    let pages = printed(&english(), |e| guide(e, Office::A4)).unwrap();
    for kind in [Kind::Heading(1), Kind::Heading(2), Kind::List, Kind::Table, Kind::RowHead] {
        assert!(pages.elements.iter().any(|element| element.kind == kind), "{kind:?}");
    }
    assert!(pages.bookmarks.iter().any(|mark| mark.title == "Gallery" && mark.level == 2));
}
