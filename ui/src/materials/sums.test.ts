import { describe, expect, it } from "vitest";
import type { Material, PackPaper } from "$lib/api";
import { faces } from "./faces";
import { about, ofOne, pagesOf, readFrom } from "./sums";

const paper = (mark: string, material: Partial<Material> = {}): PackPaper => ({ mark, material: { what: "posters", ...material } });

describe("the pages of a pack", () => {
  const counted = new Map([
    ["poster", [{ paper: "A2", count: 1 }]],
    ["ballots", [{ paper: "A5", count: 11 }]],
    ["tiles", [{ paper: "A4", count: 8 }]],
    ["guide", [{ paper: "A4", count: 12 }]],
  ]);
  const sum = (...marks: string[]) => pagesOf(marks.map((mark) => paper(mark)), (mark) => counted.get(mark));

  it("are added up by their paper", () => {
    expect(sum("poster", "tiles", "ballots", "guide", "poster")).toEqual({
      pages: 33,
      sheets: [
        { paper: "A2", count: 2 },
        { paper: "A4", count: 20 },
        { paper: "A5", count: 11 },
      ],
    });
  });

  it("are not said before all are counted", () => {
    expect(sum("poster", "door")).toBeNull();
    expect(sum()).toEqual({ pages: 0, sheets: [] });
  });

  it("of one copy are what is left of all", () => {
    expect(ofOne([{ paper: "A4", count: 27 }], 9)).toBe(3);
    expect(ofOne([{ paper: "A4", count: 3 }], 0)).toBe(3);
  });
});

describe("the faces of the posters", () => {
  it("are the languages, or two of them side by side", () => {
    const own = paper("1", { language: "en" });
    const both = paper("2", { language: "en", beside: "pl" });
    expect(faces([own, own, both, paper("3", { what: "ballots", language: "cy" })])).toEqual([
      { key: "en", language: "en", beside: null },
      { key: "en pl", language: "en", beside: "pl" },
    ]);
  });
});

describe("the time that is left", () => {
  it("is said in steps of five seconds, and never as none", () => {
    expect([0.2, 6, 8, 63].map(about)).toEqual([5, 5, 10, 65]);
  });
});

describe("the distance to a poster", () => {
  it("is five metres at A2 and goes with the paper", () => {
    expect(["A4", "A3", "A2", "A1", "Letter", "Tabloid"].map((paper) => readFrom(paper))).toEqual([2.5, 3.5, 5, 7, 2.5, 3]);
    expect(readFrom("A2", true)).toBe(3.5);
  });
});
