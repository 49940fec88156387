/** How the screens of the laptop lie: one for the room, one that shows the same, or one only. */
export type Screens = "apart" | "mirrored" | "one";

/** What there is to say: nothing, that the room may see this screen, or that it has one by now. */
export type Standing = "fine" | "mirrored" | "one" | "found";

/** What to say of an open wall that was put up when the screens lay as `then` says. */
export function standing(on: boolean, then: Screens, now: Screens): Standing {
  if (!on) return "fine";
  if (now !== "apart") return now;
  return then === "apart" ? "fine" : "found";
}
