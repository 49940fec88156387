//! The summary as a reader of the file meets it.

use crate::sample;
use crate::support::{text, through};
use report::page::{HEIGHT, What};
use report::summary::{Evening, Lens, People, Round, RoundResult, Said, Time, Verbatim};
use report::{Error, Pages};

fn pages(evening: &Evening) -> Pages {
    report::pages(&report::summary(evening).unwrap()).unwrap()
}

fn pdf(evening: &Evening) -> Vec<u8> {
    report::pdf(&pages(evening)).unwrap()
}

fn verbatims(evening: &Evening) -> Vec<&Verbatim> {
    let lenses = evening.discussions.iter().flat_map(|talk| &talk.lenses);
    lenses.flat_map(|lens| &lens.said.verbatims).collect()
}

#[test]
fn every_word_can_be_read_out_of_the_file() {
    let mut evening = sample::evening();
    evening.tips.push("“Mae’r ŵyl yn dda”, said Łucja – naïvely, façade… £5 · 50% — ŷ".into());
    evening.remarks[0].text =
        "Office, fluffy, efficient: ﬁnd no ligature lost. Zażółć gęślą".into();
    let text = text(&pdf(&evening));
    for verbatim in verbatims(&evening) {
        assert!(text.contains(&format!("{} {}", verbatim.words, verbatim.who)), "{verbatim:?}");
    }
    let points = evening.discussions.iter().flat_map(|talk| &talk.lenses);
    for point in points.flat_map(|lens| &lens.said.points).chain(&evening.tips) {
        assert!(text.contains(point.as_str()), "{point}\n{text}");
    }
    for chosen in &evening.chosen {
        assert!(text.contains(&format!("{} {} {}", chosen.slot, chosen.idea, chosen.why)));
    }
    for value in &evening.values {
        assert!(text.contains(&value.heard_as));
    }
    for words in [
        "Oxford, 25–39",
        "12 March 2026, 19:01 to 21:04",
        "18 green, 9 red",
        "123 of 120 min",
        "4 Citizen advisors 5 0",
        "Office, fluffy, efficient",
        "Zażółć gęślą",
        "Oxford, 25–39. 9 people, 1 group.",
        "not how many do.",
        "1 of 3",
        "3 of 3",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

#[test]
fn letters_built_in_two_ways_read_as_they_were_written() {
    let mut evening = sample::evening();
    let words = "Zu\u{308}rich and Z\u{fc}rich, cafe\u{301} by cafe\u{e9}, q\u{303} alone";
    evening.remarks[0].text = words.into();
    assert!(text(&pdf(&evening)).contains(words));
}

#[test]
fn breaks_and_tabs_are_air() {
    let mut evening = sample::evening();
    evening.remarks[0].text = "one\ntwo\r\nthree\tfour\u{2028}five\u{0}six".into();
    assert!(text(&pdf(&evening)).contains("one two three four five six"));
}

#[test]
fn the_file_is_sound_small_tagged_and_the_same_each_time() {
    let evening = sample::evening();
    let file = pdf(&evening);
    assert_eq!(file, pdf(&evening), "the same evening gives the same bytes");
    assert!(file.len() < 250_000, "{} bytes", file.len());
    through("qpdf", &["--check", "FILE"], &file);
    let info = through("pdfinfo", &["FILE"], &file);
    let line = |name: &str| {
        info.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().trim().to_owned()
    };
    assert_eq!(line("Title:"), "Oxford, 25–39");
    assert_eq!(line("Tagged:"), "yes");
    assert_eq!(line("PDF version:"), "1.7");
    assert_eq!(line("Pages:"), "2");
    let parts = through("pdfinfo", &["-struct-text", "FILE"], &file);
    for part in ["H1", "H2", "H3", "BlockQuote", "Table", "TR", "TH", "TD", "LI", "Figure"] {
        assert!(parts.lines().any(|line| line.trim().starts_with(part)), "{part}\n{parts}");
    }
    let fonts = through("pdffonts", &["FILE"], &file);
    for font in fonts.lines().skip(2) {
        assert!(font.contains("yes yes yes"), "embedded, subset, with its meaning: {font}");
    }
    let other = Evening { stamp: evening.stamp + 60, ..evening };
    assert_ne!(file, pdf(&other), "another moment is another file");
}

#[test]
fn a_letter_that_no_font_has_is_named_with_its_place() {
    let mut evening = sample::evening();
    let lens = &mut evening.discussions[1].lenses[2];
    lens.said.verbatims[0].words = "Roads, yes, next week 漢. The doctor, never.".into();
    let document = report::summary(&evening).unwrap();
    match report::pages(&document) {
        Err(Error::MissingGlyph { character, near, place }) => {
            assert_eq!(character, '漢');
            assert_eq!(near, "Roads, yes, next week 漢. The doctor, never.");
            assert_eq!(place, "Achievable");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn before_the_reveal_no_count_appears() {
    let mut evening = sample::evening();
    evening.rounds = vec![Round { name: String::new(), result: RoundResult::NotRevealed }];
    evening.chosen = Vec::new();
    evening.discussions = Vec::new();
    evening.change = None;
    evening.tips = Vec::new();
    evening.values = Vec::new();
    evening.unfinished = Some("The session is still open. This is how it stood at 20:14.".into());
    for activity in evening.time.activities.iter_mut().skip(7) {
        activity.real = None;
    }
    let text = text(&pdf(&evening));
    assert!(text.contains("The stickers have not been revealed yet."));
    assert!(text.contains("This is how it stood at 20:14."));
    assert!(text.contains("No idea has been chosen yet."));
    assert!(text.contains("Change Not reached."));
    assert!(text.contains("User charging 22 –"));
    assert!(!text.contains("green") && !text.contains(" red"), "{text}");
}

#[test]
fn an_evening_that_has_not_begun_can_be_told() {
    let blank = Evening {
        unfinished: Some("Not started.".into()),
        facts: report::summary::Facts::default(),
        people: People::default(),
        time: Time { planned: 120, ..Time::default() },
        rounds: Vec::new(),
        values: Vec::new(),
        chosen: Vec::new(),
        discussions: Vec::new(),
        change: None,
        tips: Vec::new(),
        remarks: Vec::new(),
        ..sample::evening()
    };
    let text = text(&pdf(&blank));
    for words in ["0 people", "Nobody has come yet.", "120 min planned", "No tips yet.", "1 of 1"] {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

#[test]
fn a_discussion_that_was_not_reached_says_so() {
    let text = text(&pdf(&sample::open()));
    assert!(text.contains("Idea 3, joker Not reached."), "{text}");
    assert!(text.contains("Buy-in Nothing was noted."), "{text}");
    assert!(text.contains("Men 4 3"), "{text}");
}

#[test]
fn a_number_of_two_digits_stays_on_its_line() {
    let mut evening = sample::evening();
    let twelve = |number| report::summary::IdeaStickers {
        number,
        name: format!("Idea {number}"),
        green: number,
        red: 22 - number,
    };
    let result =
        RoundResult::Revealed { ideas: (10..=12).map(twelve).collect(), notes: Vec::new() };
    evening.rounds = vec![Round { name: String::new(), result }];
    evening.time = Time::default();
    evening.values = Vec::new();
    let pages = pages(&evening);
    let numbers = pages.pages[0].items.iter().filter_map(|item| match &item.what {
        What::Run { run, .. } => Some(run.text.as_str()),
        What::Shape(_) | What::Window(_) => None,
    });
    let numbers: Vec<&str> = numbers.filter(|text| ["10", "11", "12"].contains(text)).collect();
    // On the poster, and once a colour.
    for number in ["10", "11", "12"] {
        let found = numbers.iter().filter(|text| **text == number).count();
        assert_eq!(found, 3, "{number}: {numbers:?}");
    }
}

#[test]
fn private_ratings_stand_beside_the_agreed_number() {
    let text = text(&pdf(&sample::open()));
    assert!(text.contains("Each alone: 3 to 9, median 5.5, 8 people"), "{text}");
}

#[test]
fn six_hundred_quotations_flow_on() {
    let evening = sample::long();
    let pages = pages(&evening);
    assert!(pages.pages.len() > 10, "{} pages", pages.pages.len());
    for (i, page) in pages.pages.iter().enumerate() {
        let lowest = page
            .items
            .iter()
            .filter(|item| item.element.is_some())
            .filter_map(|item| match &item.what {
                What::Run { y, .. } => Some(*y),
                What::Shape(_) | What::Window(_) => None,
            })
            .fold(0.0, f32::max);
        assert!(lowest < HEIGHT - 64.0, "page {}: {lowest}", i + 1);
        assert!(lowest > 400.0 || i + 1 == pages.pages.len(), "page {} is empty", i + 1);
    }
    let file = report::pdf(&pages).unwrap();
    let text = text(&file);
    for number in 1..=600 {
        let words = format!("No. {number}: ");
        assert_eq!(text.matches(&words).count(), 1, "{words}");
    }
    assert!(text.contains("Equitable, continued No. "));
    assert!(text.contains("User charging, continued "));
    assert!(file.len() < 250_000, "{} bytes", file.len());
}

#[test]
fn no_quotation_leaves_a_line_alone() {
    let pages = pages(&sample::long());
    let mut lines: Vec<Vec<Vec<f32>>> = vec![Vec::new(); pages.elements.len()];
    for (number, page) in pages.pages.iter().enumerate() {
        for item in &page.items {
            if let (Some(element), What::Run { y, .. }) = (item.element, &item.what) {
                let on = &mut lines[element];
                on.resize(number + 1, Vec::new());
                if on[number].last() != Some(y) {
                    on[number].push(*y);
                }
            }
        }
    }
    let mut torn = 0;
    for on in lines.iter().filter(|on| on.iter().filter(|page| !page.is_empty()).count() > 1) {
        torn += 1;
        assert!(on.iter().filter(|page| !page.is_empty()).all(|page| page.len() > 1), "{on:?}");
    }
    assert!(torn > 0, "the evening is long enough to be cut somewhere");
}

#[test]
fn a_word_longer_than_its_column_and_a_page_of_one_breath_are_set() {
    let mut evening = sample::evening();
    evening.discussions[0].lenses[0] = Lens {
        name: "Desirable".into(),
        said: Said {
            points: vec!["a".repeat(400)],
            verbatims: vec![Verbatim { words: "and then ".repeat(3000), who: String::new() }],
        },
    };
    assert!(pages(&evening).pages.len() > 3);
}

#[test]
fn the_preview_has_the_same_pages_and_words() {
    let evening = sample::evening();
    let pages = pages(&evening);
    let first = report::svg(&pages, 0);
    assert!(first.starts_with("<svg ") && first.ends_with("</svg>"));
    assert!(first.contains("Oxford, 25–39</text>"));
    assert!(report::svg(&pages, 1).contains("Keep the doctor free.</text>"));
    assert_eq!(report::svg(&pages, 2), "");
    let mut evening = evening;
    evening.group = "A <b> & \"c\"".into();
    let svg = report::svg(&self::pages(&evening), 0);
    assert!(svg.contains("A &lt;b&gt; &amp; &quot;c&quot;</text>"), "{}", &svg[..400]);
}
