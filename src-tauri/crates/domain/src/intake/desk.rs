//! One row read: who it is, their group, what they answered, their age.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use super::{
    Band, Code, DateOrder, DaysWritten, Field, Newcomer, Note, Reading, SheetRow, Study, Taken,
    Target, Verdict,
    age::{self, Age},
    group::Groups,
    name::{self, Name},
    row::{Draft, is_banded},
    value::{How, Values},
    words::plain,
};
use crate::{Answers, AttributeId, Session};

/// Which column is what, the first of each: few enough to look along them.
struct Columns(Vec<(Target, usize)>);

impl Columns {
    fn of(reading: &Reading) -> Self {
        let wanted =
            |target: &Target| *target != Target::Out && (reading.contacts || !target.is_contact());
        let mut all = Self(Vec::new());
        for (at, target) in reading.columns.iter().enumerate() {
            if wanted(target) && !all.has(target) {
                all.0.push((target.clone(), at));
            }
        }
        all
    }

    fn find(&self, target: &Target) -> Option<usize> {
        self.0.iter().find(|(of, _)| of == target).map(|(_, at)| *at)
    }

    fn has(&self, target: &Target) -> bool {
        self.find(target).is_some()
    }
}

/// What comes first in a day, and whether there is no doubt about it.
pub(super) fn dates(reading: &Reading, rows: &[impl SheetRow]) -> (DateOrder, bool) {
    if let Some(said) = reading.dates {
        return (said, true);
    }
    let at = Columns::of(reading).find(&Target::Age).unwrap_or(usize::MAX);
    let fields = rows.iter().filter_map(|row| row.field(at));
    let days = DaysWritten::of(fields.filter(|field| field.date.is_none()).map(|field| field.text));
    (days.order(), days.is_sure())
}

/// What is known while the rows are gone through.
pub(super) struct Desk<'a> {
    study: &'a Study<'a>,
    reading: &'a Reading,
    values: Values<'a>,
    groups: Groups,
    /// The band of each group, where its name says one, and how it is printed.
    bands: Vec<Option<(Band, String)>>,
    /// The study's own bands of age.
    banded: Vec<(AttributeId, Vec<Band>)>,
    /// What the row answers: the place of the value for each of `told`, of the band for each of
    /// `banded`.
    given: Vec<Option<usize>>,
    /// The answers of the rows before. Those who answer alike share one.
    alike: HashMap<Vec<Option<usize>>, Answers>,
    columns: Columns,
    /// The columns whose spellings stand for one of a few values.
    told: Vec<Target>,
    /// By what a heading is of, the headings that are known, plain: of the name first.
    headings: Vec<(Target, Vec<&'a str>)>,
    settled: HashMap<(u32, Target), &'a str>,
    /// What comes first in a day, and whether there is no doubt about it.
    dates: (DateOrder, bool),
}

impl<'a> Desk<'a> {
    pub fn new(study: &'a Study, reading: &'a Reading, dates: (DateOrder, bool)) -> Self {
        let columns = Columns::of(reading);
        let headed = [Target::Name, Target::Session, Target::Sex, Target::Age, Target::Surname];
        let headings = |of: Target| {
            let known = study.words.headings(&of, study.design);
            (of, known)
        };
        let banded = study.design.attributes.iter().filter_map(|attribute| {
            let target = Target::Attribute(attribute.id.clone());
            let own = columns.has(&target);
            let bands = attribute.values.iter().filter_map(|value| Band::read(value)).collect();
            (is_banded(&target, study.design) && !own).then(|| (attribute.id.clone(), bands))
        });
        let printed = |band: Band| {
            let words = band.words();
            Some((band, words))
        };
        let settled = &reading.settled;
        let attributes = study.design.attributes.iter().map(|a| Target::Attribute(a.id.clone()));
        let is_told =
            |target: &Target| columns.has(target) || settled.iter().any(|s| s.target == *target);
        let told = std::iter::once(Target::Sex).chain(attributes).filter(is_told).collect();
        Self {
            values: Values::new(study.design, study.words, &reading.meanings),
            groups: Groups::default(),
            bands: study.sessions.iter().map(|s| printed(Band::read(&s.plan.group)?)).collect(),
            banded: banded.collect(),
            given: Vec::new(),
            alike: HashMap::new(),
            settled: settled.iter().map(|s| ((s.row, s.target.clone()), s.text.as_str())).collect(),
            study,
            reading,
            columns,
            told,
            headings: headed.map(headings).into(),
            dates,
        }
    }

    /// What the row has for `target`: what somebody settled, else what the cell says.
    fn field<'r>(&self, row: &'r impl SheetRow, target: &Target) -> Field<'r>
    where
        'a: 'r,
    {
        if !self.settled.is_empty()
            && let Some(text) = self.settled.get(&(row.number(), target.clone()))
        {
            return Field { text, ..Field::default() };
        }
        self.columns.find(target).and_then(|at| row.field(at)).unwrap_or_default()
    }

    pub fn draft(&mut self, row: &impl SheetRow) -> Draft {
        let taken = Taken {
            number: row.number(),
            verdict: Verdict::In,
            notes: Vec::new(),
            person: Newcomer::default(),
        };
        let mut draft = Draft { taken, group: None, name: Name::default(), seat: None, same: None };
        let whole = self.field(row, &Target::Name);
        let surname = self.field(row, &Target::Surname);
        draft.name = name::read(whole.text, surname.text, self.study.words);
        draft.taken.person.name.clone_from(&draft.name.first);
        if let Some(code) = self.is_nobody(row, whole.text) {
            draft.taken.notes.push(Note::new(code));
            return draft;
        }
        self.notes_on_cells(row, &mut draft);
        Self::name(&mut draft);
        self.group(row, &mut draft);
        self.seat(row, &mut draft);
        self.sex_and_attributes(row, &mut draft);
        let born = self.age(row, &mut draft);
        draft.taken.person.attributes = self.answers();
        self.contacts(row, &mut draft);
        draft.same = self.same(row, &mut draft.name, born);
        draft
    }

    /// Rows that are not about a person.
    fn is_nobody(&self, row: &impl SheetRow, name: &str) -> Option<Code> {
        if self.reading.left_out.contains(&row.number()) {
            return Some(Code::LeftOut);
        }
        let words = self.study.words;
        let name = plain(name);
        let is_total = |text: &String| words.totals.contains(text);
        let total = if name.is_empty() {
            let mut texts = (0..).map_while(|at| row.field(at)).map(|field| field.text);
            is_total(&plain(texts.find(|text| !text.is_empty()).unwrap_or_default()))
        } else {
            is_total(&name)
        };
        if total {
            return Some(Code::Total);
        }
        let (of_name, others) = self.headings.split_first()?;
        let is_heading = |text: &str, known: &[&str]| !text.is_empty() && known.contains(&text);
        let again = is_heading(&name, &of_name.1)
            && others
                .iter()
                .any(|(target, known)| is_heading(&plain(self.field(row, target).text), known));
        again.then_some(Code::HeadingAgain)
    }

    /// What is to be known of how the cells came by their text.
    fn notes_on_cells(&self, row: &impl SheetRow, draft: &mut Draft) {
        for (target, at) in &self.columns.0 {
            let field = row.field(*at).filter(|field| field.cut || field.formula || field.merged);
            let Some(field) = field else { continue };
            let settled = self.settled.contains_key(&(row.number(), target.clone()));
            let note = match (field.cut, field.formula) {
                _ if settled => continue,
                (true, _) => Note::new(Code::TooLong),
                (false, true) => Note::new(Code::Formula).with("text", field.text),
                (false, false) => Note::new(Code::Merged).with("text", field.text),
            };
            draft.taken.notes.push(note.with("what", target.word()));
        }
        draft.taken.notes.sort_by(|a, b| a.args.cmp(&b.args));
    }

    fn name(draft: &mut Draft) {
        let notes = &mut draft.taken.notes;
        if draft.name.first.is_empty() {
            notes.push(Note::new(Code::NoName));
        }
        if draft.name.was_capitals {
            notes.push(Note::new(Code::Capitals).with("name", &draft.name.first));
        }
        if draft.name.was_longer {
            notes.push(Note::new(Code::FirstNameOnly));
        }
    }

    fn group(&mut self, row: &impl SheetRow, draft: &mut Draft) {
        let text = self.field(row, &Target::Session).text;
        let said = self.values.said(&Target::Session, text).filter(|_| !text.is_empty());
        let sessions = self.study.sessions;
        draft.group = if text.is_empty() {
            match (self.reading.session, sessions) {
                (Some(id), _) => Groups::place_of(sessions, id),
                (None, [_]) => Some(0),
                (None, _) => None,
            }
        } else {
            self.groups.find(said.unwrap_or(text), sessions)
        };
        let notes = &mut draft.taken.notes;
        let Some(group) = draft.group.and_then(|at| sessions.get(at)) else {
            notes.push(if text.is_empty() {
                Note::new(Code::NoGroup)
            } else {
                Note::new(Code::NoGroupNamed).with("text", text)
            });
            return;
        };
        draft.taken.person.session = Some(group.id);
        // Which group it is, the row shows; how the sheet calls it, the column does.
        if group.ended.is_some() || group.cancelled.is_some() {
            notes.push(Note::new(Code::GroupOver).with("group", &group.plan.group));
        }
    }

    fn seat(&self, row: &impl SheetRow, draft: &mut Draft) {
        let text = self.field(row, &Target::Seat).text;
        if text.is_empty() {
            return;
        }
        let figures: String = text.chars().filter(char::is_ascii_digit).collect();
        let seats = draft.group.and_then(|at| self.study.sessions.get(at)).map(|s| s.plan.seats);
        match figures.parse::<u32>() {
            Ok(seat) if seat > 0 && seats.is_none_or(|seats| seat <= seats) => {
                draft.seat = Some(seat);
            }
            _ => draft.taken.notes.push(
                Note::new(Code::NoSuchSeat)
                    .with("seat", text)
                    .with("seats", seats.unwrap_or_default()),
            ),
        }
    }

    fn sex_and_attributes(&mut self, row: &impl SheetRow, draft: &mut Draft) {
        let place = self.field(row, &Target::Place).text;
        place.clone_into(&mut draft.taken.person.place);
        self.given.clear();
        self.given.resize(self.told.len() + self.banded.len(), None);
        for at in 0..self.told.len() {
            let Field { text, .. } = self.field(row, &self.told[at]);
            let target = &self.told[at];
            if text.is_empty() {
                if self.columns.has(target) {
                    draft.taken.notes.push(Note::new(Code::Lacks).with("what", target.word()));
                }
                continue;
            }
            let place = self.values.find(at, target, text);
            let Some(value) = self.values.at(place) else { continue };
            let note = |code| Note::new(code).with("what", target.word());
            let note = match value.how {
                How::Sure => None,
                How::Likely => Some(note(Code::ReadAs).with("from", text).with("to", &value.text)),
                How::AsWritten => Some(note(Code::OtherValue).with("text", text)),
                How::NotUnderstood => Some(note(Code::NotUnderstood).with("text", text)),
            };
            draft.taken.notes.extend(note);
            if value.how == How::NotUnderstood {
                continue;
            }
            self.given[at] = Some(place);
            if *target == Target::Sex {
                draft.taken.person.sex.clone_from(&value.text);
            }
        }
    }

    /// What the row answers, once it has been read.
    fn answers(&mut self) -> Answers {
        if let Some(known) = self.alike.get(&self.given) {
            return known.clone();
        }
        let (told, banded) = self.given.split_at(self.told.len());
        let told = self.told.iter().zip(told).filter_map(|(target, place)| match target {
            Target::Attribute(id) => Some((id.clone(), self.values.at((*place)?)?.text.clone())),
            _ => None,
        });
        let banded = self.banded.iter().zip(banded).filter_map(|((id, bands), place)| {
            Some((id.clone(), bands.get((*place)?)?.text.clone()))
        });
        let answers: Answers = told.chain(banded).collect();
        self.alike.insert(self.given.clone(), answers.clone());
        answers
    }

    /// Reads the age as of the evening. Gives the day of birth, where there is one.
    fn age(&mut self, row: &impl SheetRow, draft: &mut Draft) -> Option<NaiveDate> {
        let field = self.field(row, &Target::Age);
        let group: Option<&Session> = draft.group.and_then(|at| self.study.sessions.get(at));
        let notes = &mut draft.taken.notes;
        if field.text.is_empty() {
            if self.columns.has(&Target::Age) {
                notes.push(Note::new(Code::Lacks).with("what", Target::Age.word()));
            }
            return None;
        }
        // Without a group the row waits to be settled, and its age with it.
        let on = group?.plan.date;
        let (order, is_sure) = self.dates;
        let read = match age::read(&field, on, order) {
            Ok(read) => read,
            Err(note) => {
                notes.push(note);
                return None;
            }
        };
        notes.extend(read.notes.into_iter().filter(|n| !(n.code == Code::DayFirst && is_sure)));
        let group_band = draft.group.and_then(|at| self.bands.get(at)).and_then(Option::as_ref);
        let inside = match (&read.age, group_band) {
            (Age::Years(years), Some((band, _))) => band.holds(*years),
            (Age::Band(own), Some((band, _))) => band.covers(own),
            (_, None) => true,
        };
        let said = || match &read.age {
            Age::Years(years) => years.to_string(),
            Age::Band(own) => own.words(),
        };
        let person = &mut draft.taken.person;
        for ((_, bands), given) in self.banded.iter().zip(&mut self.given[self.told.len()..]) {
            let holds = |band: &Band| match &read.age {
                Age::Years(years) => band.holds(*years),
                Age::Band(own) => band.covers(own),
            };
            *given = bands.iter().position(holds);
        }
        match group_band {
            Some((_, words)) if inside => person.age_band.clone_from(words),
            Some((_, words)) => {
                person.age_band = said();
                let note = Note::new(Code::AgeOutside).with("age", said()).with("band", words);
                notes.push(note.with("group", group.map_or("", |g| &g.plan.group)));
            }
            None => person.age_band = self.own_band(&read.age).unwrap_or_else(said),
        }
        read.born
    }

    /// The band to print beside what somebody said, where their group has none.
    fn own_band(&self, age: &Age) -> Option<String> {
        match age {
            Age::Band(own) => Some(own.words()),
            Age::Years(years) => {
                let bands = &self.study.words.bands;
                bands.iter().find(|band| band.holds(*years)).map(Band::words)
            }
        }
    }

    fn contacts(&self, row: &impl SheetRow, draft: &mut Draft) {
        if !self.reading.contacts {
            return;
        }
        let phone = self.field(row, &Target::Phone).text;
        let email = self.field(row, &Target::Email).text;
        let odd_phone = !phone.is_empty() && phone.chars().filter(char::is_ascii_digit).count() < 7;
        let (name, host) = email.split_once('@').unwrap_or_default();
        let odd_email = !email.is_empty() && (name.is_empty() || !host.contains('.'));
        for (odd, text) in [(odd_phone, phone), (odd_email, email)] {
            if odd {
                draft.taken.notes.push(Note::new(Code::OddContact).with("text", text));
            }
        }
        phone.clone_into(&mut draft.taken.person.phone);
        email.clone_into(&mut draft.taken.person.email);
    }

    /// By what the same person would be known in another row, and whether a day of birth is part
    /// of it.
    fn same(
        &self,
        row: &impl SheetRow,
        name: &mut Name,
        born: Option<NaiveDate>,
    ) -> Option<(String, bool)> {
        if name.first.is_empty() {
            return None;
        }
        let age = self.field(row, &Target::Age);
        let sure = name.was_longer || born.is_some();
        if !sure || age.text.is_empty() {
            // A first name alone is shared by many: only a row that is the same in all counts.
            let read = self.reading.columns.iter().enumerate();
            let read = read.filter(|(_, t)| **t != Target::Out && **t != Target::Seat);
            let texts = read.map_while(|(at, _)| row.field(at)).map(|field| field.text);
            let all = texts.fold(String::new(), |key, text| key + "\t" + &text.to_lowercase());
            return Some((all, born.is_some()));
        }
        let mut key = std::mem::take(&mut name.whole);
        key.push('\t');
        match born {
            Some(day) => key.push_str(&day.num_days_from_ce().to_string()),
            None => key.push_str(age.text),
        }
        Some((key, born.is_some()))
    }
}
