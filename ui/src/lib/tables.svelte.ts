import type { Change, Evening, Session } from "./api";
import { byId, byTime, Rows } from "./rows.svelte";
import type {
  Cast,
  Choice,
  DesignVersion,
  FlipItem,
  Line,
  Participant,
  Pause,
  Rating,
  Round,
  Span,
  Sticker,
  Study,
  Tick,
  Tip,
} from "./api";

const started = (a: { started: string; id: string }, b: { started: string; id: string }) =>
  Date.parse(a.started) - Date.parse(b.started) || byId(a, b);

/** The rows of one session, as the workshop last said they are. */
export class Tables {
  study: Study = $state.raw() as Study;
  session: Session = $state.raw() as Session;
  version: DesignVersion = $state.raw() as DesignVersion;
  /** Who has cast a ballot in a secret round. */
  cast: readonly Cast[] = $state.raw([]);
  readonly participants = new Rows<Participant>(
    (a, b) => (a.seat ?? Infinity) - (b.seat ?? Infinity) || byId(a, b),
  );
  readonly spans = new Rows<Span>(started);
  readonly pauses = new Rows<Pause>(started);
  readonly ticks = new Rows<Tick>(byTime);
  readonly flipItems = new Rows<FlipItem>(
    (a, b) => a.sheet - b.sheet || a.place - b.place || byId(a, b),
  );
  readonly rounds = new Rows<Round>((a, b) => a.number - b.number);
  readonly stickers = new Rows<Sticker>(byId);
  readonly choices = new Rows<Choice>((a, b) => this.#slot(a) - this.#slot(b));
  readonly ratings = new Rows<Rating>(byTime);
  readonly lines = new Rows<Line>(byTime);
  readonly tips = new Rows<Tip>(byTime);

  constructor(evening: Evening) {
    this.fill(evening);
  }

  /** Takes everything anew. */
  fill(evening: Evening) {
    this.study = evening.study;
    this.session = evening.session;
    this.version = evening.design;
    this.cast = evening.cast;
    this.participants.fill(evening.participants);
    this.spans.fill(evening.spans);
    this.pauses.fill(evening.pauses);
    this.ticks.fill(evening.ticks);
    this.flipItems.fill(evening.flip_items);
    this.rounds.fill(evening.rounds);
    this.stickers.fill(evening.stickers);
    this.choices.fill(evening.choices);
    this.ratings.fill(evening.ratings);
    this.lines.fill(evening.lines);
    this.tips.fill(evening.tips);
  }

  /** Follows one change of the journal. */
  follow(change: Change) {
    switch (change.table) {
      case "study":
        if (change.after) this.study = change.after;
        break;
      case "design":
        if (change.after?.id === this.version.id) this.version = change.after;
        break;
      case "session":
        if (change.after?.id === this.session.id) this.session = change.after;
        break;
      case "participant":
        return this.participants.follow(change.before, change.after);
      case "span":
        return this.spans.follow(change.before, change.after);
      case "pause":
        return this.pauses.follow(change.before, change.after);
      case "tick":
        return this.ticks.follow(change.before, change.after);
      case "flip_item":
        return this.flipItems.follow(change.before, change.after);
      case "round":
        return this.rounds.follow(change.before, change.after);
      case "sticker":
        return this.stickers.follow(change.before, change.after);
      case "choice":
        return this.choices.follow(change.before, change.after);
      case "rating":
        return this.ratings.follow(change.before, change.after);
      case "line":
        return this.lines.follow(change.before, change.after);
      case "tip":
        return this.tips.follow(change.before, change.after);
      case "design_edit":
        // A version that a session runs by is read-only: nothing of it changes under way.
        break;
      case "erasure":
        // What it takes out of other rows is read anew, all of it.
        break;
      case "study_language":
      case "translation":
        // Papers speak other languages; the room's screens do not.
        break;
      default:
        change satisfies never;
    }
  }

  #slot(choice: Choice): number {
    return this.version.design.slots.findIndex((slot) => slot.id === choice.slot);
  }
}
