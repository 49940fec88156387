import { expect, test } from "vitest";
import { Typing } from "./typing.svelte";

test("the seat becomes a chip as the space is typed, and a letter again with Backspace", () => {
  const typing = new Typing();
  expect(typing.typed("4", 1)).toBe(false);
  expect(typing.typed("4 ", 2)).toBe(true);
  expect(typing.signs).toBe("4 ");
  expect(typing.words).toBe("");
  typing.typed("it", 2);
  expect(typing.whole).toBe("4 it");
  typing.unchip();
  expect(typing.words).toBe("it");
});

test("a refused line comes back, and what was typed since waits for it", () => {
  const typing = new Typing();
  typing.typed("next one", 8);
  typing.refused("12 who");
  expect(typing.whole).toBe("12 who");
  expect(typing.draft).toBe("12 who\nnext one");
  typing.put("");
  expect(typing.kept()).toBe(true);
  expect(typing.whole).toBe("next one");
});

test("a draft comes back as it was", () => {
  const typing = new Typing();
  typing.draft = "=4 rent you can pay\n7 and";
  expect(typing.head).toMatchObject({ sign: "=", seats: [4] });
  expect(typing.draft).toBe("=4 rent you can pay\n7 and");
});

test("Tab takes the code that fits best", () => {
  const typing = new Typing();
  typing.codes = [
    { code: "costs-public", lines: 9 },
    { code: "puts-off-need", lines: 6 },
    { code: "fair", lines: 3 },
  ];
  typing.typed("a light job #pu", 15);
  expect(typing.found.map((f) => f.code)).toEqual(["puts-off-need", "costs-public"]);
  typing.take(typing.found[0]?.code ?? "");
  expect(typing.words).toBe("a light job #puts-off-need ");
  expect(typing.open).toBe(false);
});
