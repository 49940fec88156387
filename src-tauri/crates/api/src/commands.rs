//! The one list of commands.

use serde_json::Value;
use ts_rs::TS;

use crate::{
    Actor, Anyone, Ctx, Moderator, Nothing, OfSession, Problem, ProblemCode, Result, Staff,
    catch_up, choosing, designs, erasing, evening, example, flip_chart, importing, lines,
    materials, merging, people, ratings, rounds, running, sessions, stickers, studies, summing,
    translating, wall,
};

/// Declares the commands: who each is for, what it takes, what it gives back.
///
/// From this one list come [`call`], [`list`] and the `Commands` type the screens are checked
/// against.
macro_rules! commands {
    ($($(#[doc = $doc:literal])* $module:ident::$name:ident($who:ty, $req:ty) -> $res:ty;)*) => {
        /// Runs the command called `name`, if it is for `actor`.
        pub fn call(ctx: &mut Ctx, actor: Actor, name: &str, req: Value) -> Result<Value> {
            match name {
                $(stringify!($name) => {
                    let who = <$who>::try_from(actor)?;
                    let res: $res = $module::$name(ctx, who, serde_json::from_value(req)?)?;
                    Ok(serde_json::to_value(res)?)
                })*
                _ => Err(Problem::new(ProblemCode::UnknownCommand).with("name", name)),
            }
        }

        /// Every command: what it takes, and what it gives back.
        #[derive(TS)]
        #[ts(export_to = "api.ts")]
        pub struct Commands {
            $($(#[doc = $doc])* pub $name: ($req, $res),)*
        }

        /// Every command in words: its name, whom it is for, what it takes, what it gives back
        /// and what it does.
        pub fn list() -> Vec<[String; 5]> {
            let config = ts_rs::Config::default();
            vec![$([
                stringify!($name).to_owned(),
                stringify!($who).to_owned(),
                <$req as TS>::name(&config),
                <$res as TS>::name(&config),
                [$($doc.trim()),*].join(" "),
            ]),*]
        }
    };
}

commands! {
    /// The methods a study can be made from.
    studies::methods(Anyone, Nothing) -> Vec<studies::Method>;
    /// The studies in the library's folder and those opened before.
    studies::library(Moderator, Nothing) -> studies::Library;
    /// Makes a study from a method and opens it.
    studies::create_study(Moderator, studies::CreateStudy) -> ();
    /// Opens a study's file.
    studies::open_study(Moderator, studies::OpenStudy) -> ();
    /// What can be had of a study whose file is damaged: what can be saved, its newest good copy.
    studies::salvage(Moderator, studies::DamagedStudy) -> studies::Salvage;
    /// Opens what can be saved of a damaged study, to look at and to export from.
    studies::look_at_saved(Moderator, studies::DamagedStudy) -> ();
    /// Keeps what can be saved of a damaged study as a study of its own, and opens it.
    studies::rescue_study(Moderator, studies::RescueStudy) -> studies::SavedView;
    /// Makes a study of the newest good copy of a damaged one, and opens it.
    studies::open_copy(Moderator, studies::DamagedStudy) -> ();
    /// Closes the open study.
    studies::close_study(Moderator, Nothing) -> ();
    /// Opens the example study, which is made on first use.
    example::explore_example(Moderator, Nothing) -> ();
    /// Opens the example evening, which is played on first use.
    example::explore_evening(Moderator, Nothing) -> ();
    /// The open study: its design and its sessions.
    studies::study(Staff, Nothing) -> studies::StudyView;
    /// Gives the study another name.
    studies::rename_study(Moderator, studies::RenameStudy) -> ();

    /// Plans a session: one group on one evening.
    sessions::plan_session(Moderator, sessions::PlanSession) -> ();
    /// Changes what was planned.
    sessions::change_plan(Moderator, sessions::ChangePlan) -> ();
    /// Plans another session like this one.
    sessions::duplicate_session(Moderator, sessions::DuplicateSession) -> ();
    /// Notes that a session will not take place, and why.
    sessions::cancel_session(Moderator, sessions::CancelSession) -> ();
    /// Takes that back: the session takes place after all.
    sessions::hold_session(Moderator, OfSession) -> ();
    /// Takes a session off the plan that holds nothing yet.
    sessions::remove_session(Moderator, OfSession) -> ();
    /// Notes that the group has been told who observes.
    sessions::announce_observers(Staff, OfSession) -> ();
    /// The sessions from one day to another, and who of the staff is in two places at once.
    sessions::sessions_between(Staff, sessions::Days) -> sessions::DaysPage;
    /// What a plan would mean before it is kept: whom no seat is left for, who is in two places.
    sessions::weigh_plan(Staff, sessions::WeighPlan) -> sessions::Weighed;
    /// A page of the sessions, in the order of time.
    sessions::sessions(Staff, sessions::SessionsWindow) -> sessions::SessionsPage;
    /// Which idea has been discussed in which group, and as what.
    sessions::coverage(Staff, sessions::CoverageWindow) -> sessions::CoverageView;
    /// Sets whom the study wants: what people are asked, and the quotas.
    sessions::change_sample(Moderator, sessions::ChangeSample) -> ();
    /// How far recruiting is, and what can no longer be found.
    sessions::sample(Staff, Nothing) -> sessions::SampleView;
    /// All sessions as a calendar (iCalendar, RFC 5545).
    sessions::calendar(Staff, Nothing) -> String;
    /// Writes all sessions as a calendar file.
    sessions::export_calendar(Staff, sessions::ExportCalendar) -> sessions::CalendarFile;
    /// Keeps what the staff say right after.
    sessions::keep_debrief(Staff, sessions::KeepDebrief) -> ();

    /// The versions of the design, oldest first: which groups used which.
    designs::versions(Staff, Nothing) -> Vec<designs::VersionView>;
    /// What the staff said after the newest groups.
    designs::debriefs(Staff, Nothing) -> Vec<designs::GroupDebrief>;
    /// A version with its design.
    designs::version(Staff, designs::OfVersion) -> domain::DesignVersion;
    /// Makes the next version out of the newest, which a session has used.
    designs::amend_design(Moderator, designs::AmendDesign) -> ();
    /// Changes what is said about a version: why it was amended, its phase.
    designs::change_version(Moderator, designs::ChangeVersion) -> ();
    /// Names a debrief as the cause of a change, or no longer, until a session uses the version.
    designs::say_because(Moderator, designs::SayBecause) -> ();
    /// Lets sessions that have not started run by a version.
    designs::use_version(Moderator, designs::UseVersion) -> ();
    /// What differs between two versions.
    designs::compare_versions(Staff, designs::CompareVersions) -> designs::Compared;
    /// Writes what differs between two versions as a PDF.
    designs::export_comparison(Staff, designs::ExportComparison) -> summing::Exported;
    /// Changes an activity of the guide. A version that a session has used is read-only.
    designs::change_activity(Moderator, designs::ChangeActivity) -> ();
    /// Changes several activities at once.
    designs::change_activities(Moderator, designs::ChangeActivities) -> ();
    /// Adds an activity after another.
    designs::add_activity(Moderator, designs::AddActivity) -> ();
    /// Puts an activity before another, in its stage or in another.
    designs::place_activity(Moderator, designs::PlaceActivity) -> ();
    /// Takes an activity out, and with the last one its stage.
    designs::remove_activity(Moderator, designs::RemoveActivity) -> ();
    /// Adds a stage with its activities.
    designs::add_stage(Moderator, designs::AddStage) -> ();
    /// Gives a stage another title.
    designs::rename_stage(Moderator, designs::RenameStage) -> ();
    /// Puts a stage in another place.
    designs::place_stage(Moderator, designs::PlaceStage) -> ();
    /// Takes a stage out, with its activities.
    designs::remove_stage(Moderator, designs::OfStage) -> ();
    /// Changes the scale, the stickers, the lenses, the values or the kinds of group.
    designs::change_settings(Moderator, designs::ChangeSettings) -> ();
    /// Changes what is said of an idea: name, description, examples, probes, what-ifs, reference.
    designs::change_idea(Moderator, designs::ChangeIdea) -> ();
    /// Adds an idea to a theme.
    designs::add_idea(Moderator, designs::AddIdea) -> ();
    /// Adds a copy of an idea under another name.
    designs::duplicate_idea(Moderator, designs::DuplicateIdea) -> ();
    /// Hangs an idea before another, or in another theme.
    designs::place_idea(Moderator, designs::PlaceIdea) -> ();
    /// Takes an idea out. The last one stays.
    designs::remove_idea(Moderator, designs::RemoveIdea) -> ();
    /// Adds a theme, which has no ideas yet.
    designs::add_theme(Moderator, designs::AddTheme) -> ();
    /// Gives a theme another name.
    designs::rename_theme(Moderator, designs::RenameTheme) -> ();
    /// Puts a theme, with its ideas, at another place.
    designs::place_theme(Moderator, designs::PlaceTheme) -> ();
    /// Takes a theme out that has no ideas.
    designs::remove_theme(Moderator, designs::RemoveTheme) -> ();
    /// The guide as plain text.
    designs::guide_text(Staff, designs::GuideText) -> String;
    /// Writes the guide as plain text into a file, and says where.
    designs::export_guide(Staff, designs::ExportGuide) -> String;
    /// What a text of the guide would change, or which lines cannot be read.
    designs::check_guide_text(Staff, designs::TakeGuideText) -> designs::GuideTextRead;
    /// Takes a text in the place of the guide.
    designs::take_guide_text(Moderator, designs::TakeGuideText) -> ();

    /// Puts a person into the seat map, or changes what is known of them.
    people::seat_person(Staff, people::SeatPerson) -> ();
    /// Moves a person to another seat; who sits there moves to theirs.
    people::move_person(Staff, people::MovePerson) -> ();
    /// Takes a person out who has left no trace in the record.
    people::remove_person(Staff, people::OfPerson) -> ();
    /// Notes that a person has come, now or at a time given.
    people::person_came(Staff, people::PersonAt) -> ();
    /// Notes that a person has left, now or at a time given.
    people::person_left(Staff, people::PersonAt) -> ();
    /// Notes that a person is not coming, and why. They leave the base.
    people::person_absent(Staff, people::PersonAbsent) -> ();
    /// Takes coming, leaving and absence back: the person is expected.
    people::person_expected(Staff, people::OfPerson) -> ();
    /// Puts somebody in the place of a person who did not come, or cannot stay.
    people::replace_person(Staff, people::ReplacePerson) -> ();
    /// Keeps what a person said yes or no to: all four answers as they stand now.
    people::say_consent(Staff, people::SayConsent) -> ();
    /// Notes a yes wherever somebody who has come was not asked yet.
    people::all_said_yes(Staff, OfSession) -> ();
    /// Notes that a person takes consent back: they count, and are not quoted.
    people::withdraw_consent(Staff, people::OfPerson) -> ();
    /// Notes that a person lets their consent stand after all.
    people::consent_again(Staff, people::OfPerson) -> ();
    /// What would go with a person who is erased, and what stays. Changes nothing.
    erasing::preview_erasing(Moderator, people::OfPerson) -> erasing::ErasingPreview;
    /// Erases a person: their words and what is known of them, for good, with a receipt.
    erasing::erase_person(Moderator, erasing::ErasePerson) -> erasing::Receipt;
    /// Shows what a person says with the coarser attribution, or no longer.
    people::show_coarse(Staff, people::ShowCoarse) -> ();
    /// Whom this table wants, and how many of them are expected or came.
    people::who_is_wanted(Staff, OfSession) -> Vec<domain::quota::Progress>;
    /// What a reader sees beside each person's words, and how many it fits.
    people::attributions(Staff, OfSession) -> Vec<people::PersonAttribution>;

    /// Reads a recruiter's sheet: its sheets, their headings, what each column is taken for.
    importing::read_sheet(Moderator, importing::ReadSheet) -> importing::SheetsRead;
    /// Who of a sheet would come in, row by row, and why somebody would not.
    importing::preview_import(Moderator, importing::PreviewImport) -> importing::Preview;
    /// Whom no seat would be left for, with those who come in by the preview.
    importing::weigh_import(Moderator, importing::Importing) -> Vec<domain::quota::QuotaNotice>;
    /// Brings in whoever comes in by the preview: all of them, or nobody.
    importing::import_people(Moderator, importing::Importing) -> importing::Imported;
    /// Writes the sheet to send to recruiters.
    importing::recruiter_template(Moderator, importing::Template) -> importing::Written;
    /// How to reach the people of a session, where that was asked for.
    importing::contacts(Moderator, OfSession) -> Vec<domain::intake::Contact>;
    /// Keeps how to reach a person, in the place of what was known.
    people::keep_contact(Moderator, people::KeepContact) -> ();
    /// Forgets how to reach the people of a session.
    importing::forget_contacts(Moderator, OfSession) -> ();
    /// Notes what became of ringing a person, apart from the record.
    people::note_call(Moderator, people::NoteCall) -> ();
    /// What became of ringing the people of a session.
    people::calls(Moderator, OfSession) -> Vec<domain::Call>;

    /// Everything a screen needs to show a session, and the cursor to go on from.
    evening::evening(Staff, OfSession) -> evening::Evening;
    /// What happened after a cursor.
    catch_up::events_after(Staff, catch_up::EventsAfter) -> catch_up::Caught;
    /// Takes the last act in the room back.
    catch_up::undo(Staff, OfSession) -> ();
    /// Does again what was taken back.
    catch_up::redo(Staff, OfSession) -> ();
    /// Takes the last act on the study around the sessions back: its plan, its guide.
    catch_up::undo_in_study(Moderator, Nothing) -> ();
    /// Does again what was taken back there.
    catch_up::redo_in_study(Moderator, Nothing) -> ();

    /// The clock: planned and real minutes, the drift, and where it will end.
    running::clock(Staff, OfSession) -> domain::clock::ClockView;
    /// Begins the evening with the first activity and fixes the finish.
    running::start_session(Moderator, OfSession) -> ();
    /// Goes on to the next activity.
    running::next_activity(Moderator, OfSession) -> ();
    /// Goes back to the activity before. Nothing is undone.
    running::previous_activity(Moderator, OfSession) -> ();
    /// Jumps to an activity, or to a lens of the one that runs.
    running::go_to(Moderator, running::GoTo) -> ();
    /// Stops the clock.
    running::pause(Moderator, OfSession) -> ();
    /// Lets the clock go on.
    running::resume(Moderator, OfSession) -> ();
    /// Ends the evening.
    running::end_session(Moderator, OfSession) -> ();
    /// Opens an ended evening again.
    running::reopen_session(Moderator, OfSession) -> ();
    /// Changes the minutes of activities for this evening.
    running::set_minutes(Moderator, running::SetMinutes) -> ();
    /// Ticks a question or probe as asked, or not.
    running::tick(Staff, running::TickQuestion) -> ();

    /// Chooses what is on the wall.
    wall::show_on_wall(Moderator, wall::ShowOnWall) -> ();
    /// Puts the clock on the wall, or takes it off.
    wall::wall_clock(Moderator, wall::WallClockOn) -> ();
    /// What is on the wall now.
    wall::wall(Anyone, OfSession) -> domain::WallPage;
    /// What a view would look like on the wall.
    wall::wall_preview(Staff, wall::ShowOnWall) -> domain::WallPage;

    /// Writes a line on the flip chart.
    flip_chart::add_to_flip_chart(Staff, flip_chart::AddToFlipChart) -> ();
    /// Changes a line on the flip chart: words, speakers, core or additional, hands, value.
    flip_chart::change_flip_item(Staff, flip_chart::ChangeFlipItem) -> ();
    /// Merges one line of the flip chart into another. Both keep their words.
    flip_chart::merge_flip_items(Staff, flip_chart::MergeFlipItems) -> ();
    /// Puts a line of the flip chart before another, or last.
    flip_chart::place_flip_item(Staff, flip_chart::PlaceFlipItem) -> ();
    /// Strikes a line off the flip chart.
    flip_chart::remove_flip_item(Staff, flip_chart::OfFlipItem) -> ();

    /// Sets a round of stickers: named or secret, and how stickers come in.
    rounds::set_round(Moderator, rounds::SetRound) -> ();
    /// Opens a round.
    rounds::open_round(Moderator, rounds::OfRound) -> ();
    /// Seals a round: no more stickers. A secret round's ballots become counts.
    rounds::seal_round(Moderator, rounds::OfRound) -> ();
    /// Reveals a round's stickers, all at once.
    rounds::reveal_round(Moderator, rounds::OfRound) -> ();
    /// Makes a round final.
    rounds::close_round(Moderator, rounds::OfRound) -> ();
    /// Places a sticker for a seat.
    stickers::place_sticker(Staff, stickers::PlaceSticker) -> ();
    /// Takes a sticker back. In a sealed round this is a correction.
    stickers::take_sticker(Staff, stickers::TakeSticker) -> ();
    /// Keeps that a person had their turn in a named round and put nothing up.
    stickers::abstain(Staff, stickers::Abstain) -> ();
    /// Sets the counts of one poster as typed off the real wall.
    stickers::set_tally(Staff, stickers::SetTally) -> ();
    /// Casts one person's ballot in a secret round.
    stickers::cast_ballot(Staff, stickers::CastBallot) -> ();

    /// Which ideas the rules suggest to discuss, and what the study has discussed so far.
    choosing::suggest(Staff, OfSession) -> choosing::Suggested;
    /// Takes these ideas, with reasons.
    choosing::choose(Moderator, choosing::Choose) -> ();

    /// Keeps one person's private rating, or takes it out.
    ratings::rate_in_private(Staff, ratings::RateInPrivate) -> ();
    /// Puts a number to the group, or takes it away.
    ratings::offer_rating(Moderator, ratings::OneRating) -> ();
    /// Keeps the number the group agreed on, or takes it out.
    ratings::agree_rating(Moderator, ratings::OneRating) -> ();
    /// Shows the spread of private ratings, or hides it.
    ratings::show_spread(Moderator, ratings::ShowSpread) -> ();

    /// Keeps a line as it was typed into the note line.
    lines::keep_line(Staff, lines::KeepLine) -> ();
    /// Changes a line: words, kind, speakers, time, activity, idea, lens, codes, star.
    lines::change_line(Staff, lines::ChangeLine) -> ();
    /// Takes a line out of the record.
    lines::remove_line(Staff, lines::OfLine) -> ();
    /// The lines of a session that hold all the words.
    lines::search_lines(Staff, lines::SearchLines) -> Vec<domain::LineId>;
    /// The codes in use in the study, most used first.
    lines::codes(Staff, Nothing) -> Vec<lines::CodeUse>;
    /// Keeps what is being typed.
    lines::keep_draft(Staff, lines::KeepDraft) -> ();
    /// What was being typed.
    lines::draft(Staff, OfSession) -> String;
    /// Keeps a person's one tip. Empty words take it out.
    lines::keep_tip(Staff, lines::KeepTip) -> ();

    /// Writes a session as a study of its own, for another laptop.
    merging::export_session(Moderator, merging::ExportSession) -> merging::Carried;
    /// What would come in from another record of this study. Changes nothing.
    merging::preview_merge(Moderator, merging::OtherRecord) -> merging::MergePreview;
    /// Brings another record of this study in: all of it or nothing.
    merging::merge(Moderator, merging::Merge) -> merging::Merged;
    /// What two records say differently and nobody has settled, of a session or of all.
    merging::conflicts(Staff, merging::ConflictsOf) -> Vec<merging::Unsettled>;
    /// Says which of two records is right.
    merging::settle_conflict(Moderator, merging::SettleConflict) -> ();
    /// Whose laptop this is, and which record came in last.
    merging::desk(Moderator, Nothing) -> merging::Desk;
    /// Says whose laptop this is.
    merging::name_laptop(Moderator, merging::NameLaptop) -> ();
    /// Takes the record back that came in last, all of it.
    merging::take_record_back(Moderator, Nothing) -> merging::TakenBack;
    /// Brings the record in again that was taken back.
    merging::bring_record_again(Moderator, Nothing) -> ();

    /// The session summary as pictures of its pages (SVG).
    summing::summary(Staff, OfSession) -> summing::SummaryPages;
    /// The characters that a PDF of ours can print: first and last code point of each range.
    summing::letters(Staff, Nothing) -> Vec<(u32, u32)>;
    /// Writes the session summary as a PDF.
    summing::export_summary(Staff, summing::ExportSummary) -> summing::Exported;

    /// The languages that the study has words in, and how far it is in each.
    translating::languages(Staff, translating::LanguagesOf) -> translating::LanguagesView;
    /// All that participants read, beside what it is in a language.
    translating::translation(Staff, translating::TranslationOf) -> translating::TranslationView;
    /// What its tag and its name say of a language, before it is added.
    translating::look_at_language(Staff, translating::LookAtLanguage) -> translating::LanguageLook;
    /// Adds a language that the study is to have words in.
    translating::add_language(Moderator, translating::AddLanguage) -> ();
    /// Gives a language other names.
    translating::rename_language(Moderator, translating::RenameLanguage) -> ();
    /// Takes out what the study has written in a language.
    translating::remove_language(Moderator, translating::RemoveLanguage) -> ();
    /// Keeps a text in a language, made from the words as they stand now.
    translating::keep_translation(Moderator, translating::KeepTranslation) -> ();
    /// Says that a native speaker has read texts and found them right.
    translating::check_translation(Moderator, translating::CheckTranslation) -> ();
    /// Takes a check back.
    translating::uncheck_translation(Moderator, translating::UncheckTranslation) -> ();
    /// Writes the table that a translator fills in, and says where.
    translating::export_translation(Staff, translating::ExportTranslation) -> String;
    /// What a table would bring, and which rows are to be looked at. Changes nothing.
    translating::read_translation(Moderator, translating::TableOf) -> translating::TableRead;
    /// Takes in what a table brings.
    translating::take_translation(Moderator, translating::TableOf) -> translating::TableRead;

    /// The papers of the print pack: which there are, on what, in which languages.
    materials::materials(Staff, materials::OfMaterials) -> materials::Materials;
    /// Pages of a paper as they will print (SVG).
    materials::material_pages(Staff, materials::PagesOf) -> materials::MaterialPages;
    /// Which papers a pack holds, and how many of each. Lays nothing out.
    materials::pack_papers(Staff, materials::PackAsked) -> Vec<materials::PackPaper>;
    /// Writes papers as one PDF or as a zip, and waits until they are there.
    materials::export_materials(Staff, materials::ExportMaterials) -> summing::Exported;
    /// Begins to make papers, as one PDF or as a zip, beside whatever else is done.
    materials::make_papers(Staff, materials::ExportMaterials) -> ();
    /// How far the papers are that are being made, or how they ended.
    materials::papers_progress(Staff, Nothing) -> Option<materials::PapersProgress>;
    /// Stops making papers. What is finished is written, whole.
    materials::stop_papers(Staff, Nothing) -> ();
    /// How an idea would fit its poster.
    materials::poster_fit(Staff, materials::PosterIdea) -> materials::PosterFit;
    /// How the posters of a version fit their paper, each with its reading age.
    materials::poster_fits(Staff, materials::PostersOf) -> Vec<materials::IdeaFit>;
    /// The poster of an idea as it is being written: its sheets, and how it fits them.
    materials::idea_poster(Staff, materials::IdeaPosterOf) -> materials::IdeaPoster;
    /// The handout or the ballot of a version, and the page on which an idea stands.
    materials::idea_paper(Staff, materials::IdeaPaperOf) -> materials::IdeaPages;
}

/// All that crosses between a screen and the workshop, for the screens to be checked against.
#[derive(TS)]
#[ts(export_to = "api.ts")]
pub struct Wire {
    pub commands: Commands,
    pub event: domain::Event,
    pub problem: Problem,
}
