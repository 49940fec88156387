import type { SessionId, WallPage } from "$lib/api";
import { isProblem, type Workshop } from "$lib/workshop";

const KEY = "wall-session";

/** Names the session that the wall shows. The wall's own window reads it. */
export function giveWall(session: SessionId) {
  if (localStorage.getItem(KEY) !== session) localStorage.setItem(KEY, session);
}

/** Which session the wall shows. */
export function wallSession(): SessionId | null {
  return localStorage.getItem(KEY);
}

/** What is on the wall, asked for whenever something was committed and never in between. */
export class WallState {
  page: WallPage | null = $state.raw(null);
  /** This moment, in milliseconds, for the clock. */
  now = $state(Date.now());
  readonly #workshop: Workshop;
  readonly #session: () => SessionId | null;
  #asking = false;
  #again = false;

  constructor(workshop: Workshop, session: () => SessionId | null) {
    this.#workshop = workshop;
    this.#session = session;
  }

  /** Follows the wall until the answer is called. */
  follow(): () => void {
    void this.look();
    const look = () => void this.look();
    const deaf = this.#workshop.onJournal(look);
    addEventListener("storage", look);
    const ticking = setInterval(() => (this.now = Date.now()), 500);
    return () => {
      deaf();
      removeEventListener("storage", look);
      clearInterval(ticking);
    };
  }

  async look() {
    this.#again = true;
    if (this.#asking) return;
    this.#asking = true;
    while (this.#again) {
      this.#again = false;
      const session = this.#session();
      try {
        this.page = session ? await this.#workshop.call("wall", { session }) : null;
      } catch (e) {
        // The wall says nothing of its own: a study that was closed leaves it blank.
        if (!isProblem(e)) throw e;
        this.page = null;
      }
    }
    this.#asking = false;
  }
}
