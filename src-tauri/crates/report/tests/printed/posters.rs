//! Posters as those who print and read them meet them.

use crate::papers::{english, other, printed};
use crate::support::{info, sound, text, through};
use report::pack::{
    BoxPart, Boxes, Fit, Idea, Office, Pack, Paper, Print, Sheets, Turn, boxes, fits, posters,
};
use report::page::{Kind, MM, What};
use report::style::Face;
use report::{Error, Pages};

fn pages(pack: &Pack, print: Print) -> Pages {
    printed(pack, |edition| posters(&[*edition], print, &[])).unwrap()
}

fn refused(pack: &Pack) -> Error {
    let print = Print::on(Paper::A2);
    printed(pack, |edition| posters(&[*edition], print, &[])).unwrap_err()
}

fn fit(idea: &Idea, paper: Paper) -> Fit {
    printed(&english(), |edition| fits(edition, idea, Print::on(paper))).unwrap()
}

fn one(change: impl FnOnce(&mut Idea)) -> Pack {
    let mut pack = english();
    pack.ideas.truncate(1);
    change(&mut pack.ideas[0]);
    pack
}

/// Everything an idea says is on the pages, in its order.
fn says_all(pack: &Pack, text: &str) {
    for idea in &pack.ideas {
        let name = format!("{} {}", idea.number, idea.name);
        assert!(text.contains(&name), "{name}\n{text}");
        assert!(text.contains(&idea.description), "{}\n{text}", idea.description);
        for example in &idea.examples {
            assert!(text.contains(example), "{example}\n{text}");
        }
    }
}

#[test]
fn every_word_can_be_read_out_in_four_languages() {
    for pack in [english(), other::welsh(), other::polish(), other::bengali()] {
        let file = report::pdf(&pages(&pack, Print::on(Paper::A2))).unwrap();
        says_all(&pack, &text(&file));
        sound(&file);
        assert!(file.len() < 120_000, "{}: {} bytes", pack.language, file.len());
    }
}

#[test]
fn urdu_runs_from_right_to_left() {
    let pack = other::urdu();
    let pages = pages(&pack, Print::on(Paper::A2));
    let (width, _) = pages.pages[0].size.pixels();
    let parts = &pages.elements;
    let edges = |element: Kind| {
        let items = pages.pages[0]
            .items
            .iter()
            .filter(move |item| item.element.is_some_and(|id| parts[id].kind == element));
        items.map(report::page::Item::sides).collect::<Vec<_>>()
    };
    let name = edges(Kind::Heading(1));
    assert!(name.iter().all(|(_, right)| *right > width / 2.0), "{name:?}");
    let figures = edges(Kind::Figure);
    assert!(figures.iter().all(|(left, _)| *left < width / 2.0), "the stickers are on the left");
    assert!(pages.rtl);
    let file = report::pdf(&pages).unwrap();
    sound(&file);
    let faces = through("pdffonts", &["FILE"], &file);
    assert!(faces.contains("NotoNastaliqUrdu-Bold"), "{faces}");
}

#[test]
fn a_poster_in_any_script_is_a_small_file() {
    for pack in [other::urdu(), other::bengali()] {
        for number in 1..=9 {
            let print = Print::on(Paper::A1);
            let pages = printed(&pack, |e| posters(&[*e], print, &[number])).unwrap();
            let file = report::pdf(&pages).unwrap();
            assert!(file.len() < 120_000, "{} {number}: {} bytes", pack.language, file.len());
        }
    }
}

#[test]
fn the_same_posters_are_the_same_bytes() {
    let pack = english();
    let print = Print { turn: Turn::Portrait, ..Print::on(Paper::Tabloid) };
    let file = || report::pdf(&pages(&pack, print)).unwrap();
    assert_eq!(file(), file());
}

#[test]
fn a_poster_is_a_tree_of_parts() {
    let file = report::pdf(&pages(&one(|_| {}), Print::on(Paper::A2))).unwrap();
    let parts = through("pdfinfo", &["-struct-text", "FILE"], &file);
    let order: Vec<&str> = parts
        .lines()
        .map(str::trim)
        .filter(|line| !line.starts_with('"') && !line.is_empty())
        .map(|line| line.split([' ', '(']).next().unwrap())
        .collect();
    assert_eq!(
        order,
        [
            "Document", "Sect", "P", "H1", "P", "H2", "L", "LI", "LBody", "LI", "LBody", "Figure",
            "P", "Figure", "P"
        ],
        "{parts}"
    );
    assert!(parts.contains("with budgets"), "{parts}");
}

#[test]
fn it_is_printed_on_every_paper_both_ways() {
    let pack = english();
    for paper in Paper::ALL {
        for turn in [Turn::Landscape, Turn::Portrait] {
            let print = Print { turn, ..Print::on(paper) };
            let pages = pages(&pack, print);
            assert_eq!(pages.pages.len(), 9, "{paper:?} {turn:?}");
            let (width, height) = print.size().pixels();
            for item in pages.pages.iter().flat_map(|page| &page.items) {
                let ((left, right), What::Run { y, .. }) = (item.sides(), &item.what) else {
                    continue;
                };
                let inside = left > 10.0 && right < width - 10.0 && *y < height - 20.0;
                assert!(inside, "{paper:?} {turn:?}: {:?}", item.what);
            }
        }
    }
    let file = report::pdf(&pages(&one(|_| {}), Print::on(Paper::A1))).unwrap();
    assert_eq!(info(&file, "Page size:"), "2383.94 x 1683.78 pts (A1)");
}

#[test]
fn a_name_is_read_from_five_metres_at_a2() {
    assert!(names_read_from_five_metres(&pages(&english(), Print::on(Paper::A2))) >= 9);
}

#[test]
fn two_names_side_by_side_are_read_from_five_metres_at_a1() {
    let (pack, second) = (english(), other::polish());
    let print = Print::on(Paper::A1);
    let both = printed(&pack, |e| printed(&second, |o| posters(&[*e, *o], print, &[]))).unwrap();
    assert!(names_read_from_five_metres(&both) >= 18);
}

/// Fails unless every name is large enough; gives the number of lines that names take.
fn names_read_from_five_metres(pages: &Pages) -> usize {
    // Ten minutes of arc at 5 m.
    let least = 5000.0 * (10.0_f32 / 60.0).to_radians().tan();
    let face = ttf_parser::Face::parse(Face::ReadStrong.bytes(), 0).unwrap();
    let x_height = f32::from(face.x_height().unwrap()) / f32::from(face.units_per_em());
    let mut names = 0;
    for item in pages.pages.iter().flat_map(|page| &page.items) {
        let heading = item.element.is_some_and(|id| pages.elements[id].kind == Kind::Heading(1));
        if let (true, What::Run { run, .. }) = (heading, &item.what) {
            names += 1;
            assert!(run.size * x_height / MM >= least, "{}: {} px", run.text, run.size);
        }
    }
    names
}

#[test]
fn an_idea_shrinks_then_goes_on_to_a_second_sheet() {
    let idea = |words: usize| Idea {
        number: 1,
        name: "Citizen advisors".into(),
        description: "Everyone has an adviser. ".repeat(words),
        ..Idea::default()
    };
    assert!(fit(&idea(8), Paper::A2).is_full());
    let smaller = fit(&idea(22), Paper::A2);
    assert!(smaller.sheets == 1 && smaller.scale < 1.0, "{smaller:?}");
    let longer = fit(&idea(120), Paper::A2);
    assert!(longer.sheets == 2 && longer.scale < 0.6, "{longer:?}");
    // A4 holds what A1 holds, smaller.
    let (a4, a1) = (fit(&idea(8), Paper::A4), fit(&idea(8), Paper::A1));
    assert!(a4.is_full() && a1.is_full() && a4.points * 2.8 < a1.points);
}

#[test]
fn twenty_thousand_letters_flow_on_and_none_is_lost() {
    let words: Vec<String> = (0..2500).map(|i| format!("word{i}")).collect();
    let pack = one(|idea| idea.description = words.join(" "));
    assert!(pack.ideas[0].description.len() > 18_000);
    let pages = pages(&pack, Print::on(Paper::A2));
    assert!(pages.pages.len() > 3);
    let file = report::pdf(&pages).unwrap();
    let text = text(&file);
    for word in &words {
        assert!(text.split(' ').any(|found| found == word), "{word}");
    }
    for (i, page) in pages.pages.iter().enumerate() {
        let (_, height) = page.size.pixels();
        let low = page.items.iter().filter(|item| item.element.is_some());
        let low = low.filter_map(|item| match &item.what {
            What::Run { y, .. } => Some(*y),
            _ => None,
        });
        assert!(low.fold(0.0, f32::max) < height * 0.9, "sheet {}", i + 1);
    }
    assert!(file.len() < 120_000, "{} bytes", file.len());
}

#[test]
fn a_word_of_three_hundred_letters_is_cut_and_such_a_name_is_refused() {
    let long = "a".repeat(300);
    let pack = one(|idea| idea.description = format!("So {long} it goes."));
    let pages = pages(&pack, Print::on(Paper::A2));
    let (width, _) = pages.pages[0].size.pixels();
    assert!(pages.pages[0].items.iter().all(|item| item.sides().1 < width + 30.0));
    let text = text(&report::pdf(&pages).unwrap());
    assert!(text.replace(' ', "").contains(&long), "{text}");
    match refused(&one(|idea| idea.name = long)) {
        Error::LongName { number } => assert_eq!(number, 1),
        other => panic!("{other}"),
    }
}

#[test]
fn an_idea_without_a_name_is_refused_and_one_without_words_is_not() {
    match refused(&one(|idea| idea.name = " ".into())) {
        Error::NoName { number } => assert_eq!(number, 1),
        other => panic!("{other}"),
    }
    let bare = one(|idea| {
        idea.description.clear();
        idea.examples.clear();
    });
    assert_eq!(pages(&bare, Print::on(Paper::A4)).pages.len(), 1);
    let none = Pack { ideas: Vec::new(), ..english() };
    assert!(matches!(refused(&none), Error::Nothing));
}

#[test]
fn what_no_face_can_draw_is_refused_with_its_place() {
    match refused(&one(|idea| idea.description = "Parks for all 🎉 of us".into())) {
        Error::MissingGlyph { character, near, place } => {
            assert_eq!(character, '🎉');
            assert_eq!(near, "Parks for all 🎉 of us");
            assert_eq!(place, "1 Individuals with budgets");
        }
        other => panic!("{other}"),
    }
    let stack = format!("e{}", "\u{301}".repeat(40));
    match refused(&one(|idea| idea.examples[0] = stack)) {
        Error::Stacked { place, .. } => assert_eq!(place, "1 Individuals with budgets"),
        other => panic!("{other}"),
    }
}

#[test]
fn marks_that_turn_words_round_turn_nothing() {
    let plain = "You decide what to get with it.";
    let turned = "\u{202e}You decide\u{202d} what\u{2067} to get with it.";
    let shown = |words: &str| {
        let pack = one(|idea| idea.description = words.into());
        report::pdf(&pages(&pack, Print::on(Paper::A4))).unwrap()
    };
    assert!(text(&shown(turned)).contains(plain));
    assert_eq!(shown(turned), shown(plain));
}

#[test]
fn it_is_cut_where_the_marks_say() {
    let print = Print { sheets: Sheets::Cut, ..Print::on(Paper::A2) };
    let file = report::pdf(&pages(&one(|_| {}), print)).unwrap();
    let points = |name: &str| -> Vec<f32> {
        info(&file, name).split_whitespace().map(|n| n.parse().unwrap()).collect()
    };
    let (media, trim, bleed) = (points("MediaBox:"), points("TrimBox:"), points("BleedBox:"));
    let mm = |from: f32, to: f32| ((to - from) * 25.4 / 72.0 * 10.0).round() / 10.0;
    assert!(
        (mm(trim[0], trim[2]) - 594.0).abs() < 0.2 && (mm(trim[1], trim[3]) - 420.0).abs() < 0.2
    );
    assert!(
        (mm(bleed[0], trim[0]) - 3.0).abs() < 0.2 && (mm(media[0], trim[0]) - 10.0).abs() < 0.2
    );
}

#[test]
fn tiles_hold_every_word_and_lie_over_one_another() {
    let pack = one(|_| {});
    for (paper, office, sheets) in
        [(Paper::A2, Office::A4, 8), (Paper::A1, Office::A4, 15), (Paper::AnsiC, Office::Letter, 8)]
    {
        let print = Print { sheets: Sheets::Tiled(office), ..Print::on(paper) };
        let pages = pages(&pack, print);
        assert_eq!(pages.pages.len(), sheets, "{paper:?}");
        // A part that is cut in two is read out once.
        let mut read = vec![0; pages.elements.len()];
        let whole = self::pages(&pack, Print::on(paper));
        for item in pages.pages.iter().flat_map(|page| &page.items) {
            if let (Some(element), What::Run { .. }) = (item.element, &item.what) {
                read[element] += 1;
            }
        }
        for item in &whole.pages[0].items {
            if let (Some(element), What::Run { .. }) = (item.element, &item.what) {
                read[element] -= 1;
            }
        }
        assert!(read.iter().all(|count| *count == 0), "{paper:?}: {read:?}");
        let file = report::pdf(&pages).unwrap();
        sound(&file);
        assert!(text(&file).contains("Sheet 2 of"), "{}", text(&file));
    }
}

#[test]
fn two_languages_stand_side_by_side() {
    let mut pack = english();
    pack.ideas.truncate(3);
    for (second, face) in
        [(other::polish(), "SourceSerif4-SemiBold"), (other::urdu(), "NotoNastaliqUrdu-Bold")]
    {
        let print = Print::on(Paper::A2);
        let pages =
            printed(&pack, |e| printed(&second, |o| posters(&[*e, *o], print, &[]))).unwrap();
        assert_eq!(pages.pages.len(), 3);
        let file = report::pdf(&pages).unwrap();
        sound(&file);
        assert!(through("pdffonts", &["FILE"], &file).contains(face));
        let languages = pages.elements.iter().filter_map(|element| element.language.as_deref());
        assert!(languages.clone().count() > 6 && languages.clone().all(|l| l == second.language));
    }
}

#[test]
fn the_preview_is_the_page() {
    let print = Print { sheets: Sheets::Tiled(Office::A4), ..Print::on(Paper::A3) };
    let pages = pages(&one(|_| {}), print);
    let svg = report::svg(&pages, 0);
    assert!(svg.contains("viewBox=\"0 0 793.7 1122.52\"") || svg.contains("0 0 1122.52 793.7"));
    assert!(svg.contains("<clipPath") && svg.matches("<g").count() == svg.matches("</g>").count());
}

#[test]
fn papers_are_found_by_their_names() {
    assert_eq!(Paper::named("a2"), Some(Paper::A2));
    assert_eq!(Paper::named("ansi-c"), Some(Paper::AnsiC));
    assert_eq!(Paper::named("B5"), None);
}

fn boxed(pack: &Pack, print: Print) -> Boxes {
    printed(pack, |edition| boxes(edition, &pack.ideas[0], print)).unwrap()
}

#[test]
fn each_text_of_a_poster_has_its_place_on_the_page() {
    let parts = |found: &Boxes| found.boxes.iter().map(|one| one.part).collect::<Vec<_>>();
    for pack in [english(), other::bengali(), other::urdu()] {
        for turn in [Turn::Landscape, Turn::Portrait] {
            let print = Print { turn, ..Print::on(Paper::A3) };
            let found = boxed(&pack, print);
            let examples = (0..pack.ideas[0].examples.len()).map(BoxPart::Example);
            let all: Vec<_> =
                [BoxPart::Name, BoxPart::Description].into_iter().chain(examples).collect();
            assert_eq!(parts(&found), all, "{}", pack.language);
            assert_eq!(found.over, 0);
            // Under one another in the room for words, none over another.
            let mut from = 0.0;
            for one in &found.boxes {
                assert!(one.y >= from - 1.0, "{}: {one:?} from {from}", pack.language);
                assert!(one.x >= 0.0 && one.x + one.width <= found.page, "{one:?}");
                assert!(one.width > 200.0 && one.leading >= one.size, "{one:?}");
                from = one.y + one.height;
            }
            assert!(from <= found.end + 4.0, "{}: {from} of {}", pack.language, found.end);
        }
    }
    // The name begins beside its number, where the words under it begin at the edge.
    let found = boxed(&english(), Print::on(Paper::A3));
    assert!(found.boxes[0].x > found.boxes[1].x);
    // Twice the paper, twice the places.
    let large = boxed(&english(), Print::on(Paper::A1));
    assert!((large.boxes[1].y / found.boxes[1].y - 2.0).abs() < 0.02);
}

#[test]
fn lines_that_go_on_to_a_second_sheet_are_counted() {
    let long = one(|idea| idea.description = "After eight the buses are free. ".repeat(120));
    let found = boxed(&long, Print::on(Paper::A3));
    assert!(found.over > 3, "{found:?}");
    let gap = one(|idea| idea.examples = vec![String::new(), "A bus.".into()]);
    assert_eq!(boxed(&gap, Print::on(Paper::A3)).boxes[2].part, BoxPart::Example(1));
    let bare = one(|idea| {
        idea.description = String::new();
        idea.examples.clear();
    });
    assert_eq!(boxed(&bare, Print::on(Paper::A3)).boxes.len(), 1);
}
