import type { Line, LineId } from "$lib/api";

/** What the note line and the record have in common: the line that is being mended. */
class Desk {
  /** The line as it stands in its fields, until it is kept or left. */
  editing: Line | null = $state(null);
  /** The line that has just been asked for and takes the caret. */
  wanted: LineId | null = $state(null);

  /** Where the caret goes once the line is kept or left. */
  #back: (() => void) | undefined;

  edit(line: Line, back?: () => void) {
    this.#back = back;
    this.editing = { ...line, speakers: [...line.speakers], codes: [...line.codes] };
    this.wanted = line.id;
  }

  leave() {
    this.editing = null;
    this.wanted = null;
    this.#back?.();
    this.#back = undefined;
  }
}

export const desk = new Desk();
