import { describe, expect, it } from "vitest";
import type { TextProgress, TextView } from "$lib/api";
import { grouped, isShown, standing } from "./progress";

const progress = (done: number, redo = 0, checked_at: string | null = null): TextProgress => ({
  of: 7,
  done,
  redo,
  checked: checked_at ? 7 : 0,
  checked_at,
});
const printed = { no_face: false };
const text = (key: string, idea: string | null, part: string, state = "missing") => ({ key, idea, part, state }) as TextView;

describe("how far a language is", () => {
  it("says first what is to be done first", () => {
    expect(standing({ no_face: true }, progress(0))).toEqual({ is: "no-face" });
    expect(standing(printed, progress(0))).toEqual({ is: "not-begun" });
    expect(standing(printed, progress(5))).toEqual({ is: "part", n: 5, of: 7 });
    expect(standing(printed, progress(6, 1))).toEqual({ is: "redo", n: 1, of: 7 });
    expect(standing(printed, progress(7))).toEqual({ is: "unchecked" });
    expect(standing(printed, progress(7, 0, "2026-03-03T10:00:00Z"))).toEqual({ is: "checked", at: "2026-03-03T10:00:00Z" });
  });
});

describe("the texts of a language", () => {
  it("stand by what they are of", () => {
    const all = [text("study", null, "study"), text("theme.a", null, "theme"), text("idea.x.name", "x", "name"), text("idea.x.short", "x", "short"), text("idea.y.name", "y", "name"), text("paper.p", null, "paper")];
    expect(grouped(all).map((group) => [group.key, group.texts.length])).toEqual([["study", 2], ["x", 2], ["y", 1], ["paper", 1]]);
  });

  it("are shown where something is to be done", () => {
    expect(isShown(text("a", null, "study", "redo"), "todo")).toBe(true);
    expect(isShown(text("a", null, "study", "checked"), "todo")).toBe(false);
    expect(isShown(text("a", null, "study", "unchecked"), "unchecked")).toBe(true);
    expect(isShown(text("a", null, "study", "checked"), "all")).toBe(true);
  });
});
