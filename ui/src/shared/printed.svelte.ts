import type { Workshop } from "$lib/workshop";
import { unprintable, type Letters } from "./letters";

/** What of a text is named at once, at the most. */
const SHOWN = 3;

/** What a document can print: asked once, since it comes with the program. */
class Printed {
  /** Empty until it is known. */
  #letters: Letters = $state.raw([]);
  #asked = false;

  async ask(workshop: Workshop) {
    if (this.#asked) return;
    this.#asked = true;
    try {
      this.#letters = await workshop.call("letters", {});
    } catch {
      // Nothing is warned of then, and the next field asks again.
      this.#asked = false;
    }
  }

  /** What of a text no face can print, as it is said; nothing where all of it prints. */
  odd(text: string): string {
    if (this.#letters.length === 0) return "";
    return unprintable(this.#letters, text).slice(0, SHOWN).join(" ");
  }
}

export const printed = new Printed();
