import type { SessionId } from "./api";

/** Where in the window one is. */
export type Place =
  | { at: "library" }
  | { at: "study" }
  | { at: "import" }
  | { at: "merge"; session: SessionId | null }
  | { at: "session"; session: SessionId }
  | { at: "run"; session: SessionId };

class Router {
  place: Place = $state.raw({ at: "library" });

  go(place: Place) {
    this.place = place;
  }
}

export const router = new Router();
