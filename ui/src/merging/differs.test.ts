import { describe, expect, it } from "vitest";
import type { LineAfter, Side, Unsettled } from "$lib/api";
import { nearest, question, sidesOf, words } from "./differs";

const side = (value: unknown, at = "2026-03-12T19:49:00Z"): Side => ({ act: "a", at, by: "moderator", who: "", value });

function unsettled(table: string, path: string[], sides: Side[], more: Partial<Unsettled> = {}): Unsettled {
  const conflict = { table, row: "r", path, stands: null, sides, asked: true };
  return { session: null, group: "", conflict, about: "", part: path.at(-1) ?? "", version: null, said: sides.map(() => null), runs: [], ...more };
}

describe("what two records say differently", () => {
  it("shows each value once, with whoever said it last", () => {
    const one = unsettled("rating", ["value"], [side(4), side(5), side(4, "2026-03-12T19:55:00Z")]);
    expect(sidesOf(one).map(({ side }) => [side.value, side.at.slice(11, 16)])).toEqual([
      [4, "19:55"],
      [5, "19:49"],
    ]);
  });

  it("shows this laptop’s side first", () => {
    const theirs = { ...side(5), act: "theirs" };
    const one = unsettled("rating", ["value"], [theirs, side(4)]);
    expect(sidesOf(one, ["a"]).map(({ side }) => side.value)).toEqual([4, 5]);
  });

  it("says a value in words and never as it is stored", () => {
    const told = (value: unknown, said: string | null = null, whole = false) => words({ side: side(value), said, runs: [] }, whole);
    expect(told(4)).toBe("4");
    expect(told(true)).toBe("yes");
    expect(told(null)).toBe("nothing");
    expect(told({ id: "q-1", text: "Who?" }, "Who?")).toBe("Who?");
    expect(told({ id: "line" }, null, true)).toBe("It stays");
  });

  it("asks about the field by its name", () => {
    expect(question(unsettled("design", ["design", "stages"], [], { part: "minutes", version: 2 }))).toBe("Both changed the minutes in version 2. Which is right?");
    expect(question(unsettled("session", ["plan", "venue"], []))).toBe("Both changed the venue of this session. Which is right?");
    expect(question(unsettled("round", ["entry"], []))).toBe("Both changed this. Which is right?");
  });

  it("hears the line that was said nearest to it, and none that was said long before", () => {
    const line = (at: string): LineAfter => ({ at, kind: "verbatim", seats: [], text: at, from: "both" });
    const lines = [line("2026-03-12T19:30:00Z"), line("2026-03-12T19:47:00Z"), line("2026-03-12T19:50:00Z")];
    expect(nearest(lines, "2026-03-12T19:49:00Z")?.at).toBe("2026-03-12T19:50:00Z");
    expect(nearest(lines, "2026-03-12T20:30:00Z")).toBeNull();
  });
});
