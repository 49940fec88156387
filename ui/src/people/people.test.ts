import { describe, expect, it } from "vitest";
import { read } from "./people.svelte";
import { around } from "./room";

const blank = { name: "", sex: "", age_band: "", place: "" };

describe("a row as it is typed", () => {
  it("fills the row from commas in the name", () => {
    const typed = read({ ...blank, name: "Hannah, f, 25-39, Stow, near Oxford" });
    expect(typed).toEqual({ name: "Hannah", sex: "Female", age_band: "25–39", place: "Stow, near Oxford" });
  });

  it("knows one letter for the sex, and keeps any other word", () => {
    expect(read({ ...blank, name: "Tom", sex: "m" }).sex).toBe("Male");
    expect(read({ ...blank, name: "Sky", sex: "Non-binary" }).sex).toBe("Non-binary");
  });

  it("leaves a name alone that has no commas", () => {
    expect(read({ ...blank, name: " Zoë-Anne ", age_band: "75+" })).toEqual({ ...blank, name: "Zoë-Anne", age_band: "75+" });
  });
});

describe("places round the table", () => {
  it.each([1, 4, 9, 12, 40])("puts %i chairs inside the room, none on another", (n) => {
    const chairs = around(n);
    expect(new Set(chairs.map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`)).size).toBe(n);
    for (const { x, y } of chairs) {
      expect(x).toBeGreaterThan(5);
      expect(x).toBeLessThan(95);
      expect(y).toBeGreaterThan(15);
      expect(y).toBeLessThan(95);
    }
  });
});
