import { describe, expect, it } from "vitest";
import type { Design } from "$lib/api";
import { landing, stepped } from "./order";

const idea = (id: string, theme: string) => ({ id, theme });
const design = {
  themes: [{ id: "A" }, { id: "B" }, { id: "C" }],
  ideas: [idea("one", "A"), idea("two", "A"), idea("three", "A"), idea("four", "C")],
} as unknown as Design;

describe("an idea that is moved by keys", () => {
  it("changes places within its theme", () => {
    expect(stepped(design, "two", -1)).toEqual({ theme: "A", before: "one" });
    expect(stepped(design, "one", 1)).toEqual({ theme: "A", before: "three" });
    expect(stepped(design, "two", 1)).toEqual({ theme: "A", before: null });
  });

  it("goes on into the next theme, an empty one too", () => {
    expect(stepped(design, "three", 1)).toEqual({ theme: "B", before: null });
    expect(stepped(design, "four", -1)).toEqual({ theme: "B", before: null });
  });

  it("stays at the ends", () => {
    expect(stepped(design, "one", -1)).toBeNull();
    expect(stepped(design, "four", 1)).toBeNull();
  });
});

describe("an idea that is dragged", () => {
  it("lands before another, or last in a theme", () => {
    expect(landing(design, "two")).toEqual({ theme: "A", before: "two" });
    expect(landing(design, "theme B")).toEqual({ theme: "B", before: null });
    expect(landing(design, null)).toBeNull();
  });
});
