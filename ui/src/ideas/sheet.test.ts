import { describe, expect, it } from "vitest";
import type { Idea } from "$lib/api";
import { boxKey, changed, textOf } from "./sheet";

const idea = { name: "Tolls", short: "Tolls", description: "You pay.", examples: ["By the mile.", "At the bridge."] } as Idea;
const example = { part: "example", n: 1 } as const;
const name = { part: "name", n: 0 } as const;

describe("a text on the sheet", () => {
  it("is found and changed where it stands", () => {
    expect(boxKey(example)).toBe("example-1");
    expect(textOf(idea, example)).toBe("At the bridge.");
    expect(changed(idea, example, "On the ferry.")).toEqual({ examples: ["By the mile.", "On the ferry."] });
    expect(changed(idea, { part: "description", n: 0 }, "All pay.")).toEqual({ description: "All pay." });
  });

  it("goes with its words, where it is an example", () => {
    expect(changed(idea, example, " ")).toEqual({ examples: ["By the mile."] });
  });

  it("takes a short name along that was the name", () => {
    expect(changed(idea, name, "Road tolls")).toEqual({ name: "Road tolls", short: "Road tolls" });
    expect(changed({ ...idea, short: "Toll" }, name, "Road tolls")).toEqual({ name: "Road tolls" });
  });
});
