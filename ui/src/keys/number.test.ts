import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { digitsFor, keyFor, NumberKeys } from "./number.svelte";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Types digits without a pause; `⇧` holds Shift for the next. What came of it, after a pause. */
async function typed(most: number, keys: string, before?: (numbers: NumberKeys) => void) {
  const done: string[] = [];
  const numbers = new NumberKeys(
    () => most,
    (n, shift) => done.push(`${shift ? "⇧" : ""}${n}`),
  );
  for (const [key] of keys.matchAll(/⇧?\d/g)) await numbers.digit(Number(key.at(-1)), key.startsWith("⇧"));
  before?.(numbers);
  const atOnce = done.length;
  await vi.runAllTimersAsync();
  return { done, atOnce };
}

test("with up to ten every digit does at once, and 0 is the tenth", async () => {
  expect(await typed(9, "145")).toEqual({ done: ["1", "4", "5"], atOnce: 3 });
  expect(await typed(4, "44")).toEqual({ done: ["4", "4"], atOnce: 2 });
  expect(await typed(10, "10⇧1")).toEqual({ done: ["1", "10", "⇧1"], atOnce: 3 });
});

test("with more, two digits typed together are one number", async () => {
  expect(await typed(12, "12")).toEqual({ done: ["12"], atOnce: 1 });
  expect(await typed(12, "⇧1⇧0")).toEqual({ done: ["⇧10"], atOnce: 1 });
  expect(await typed(31, "2831")).toEqual({ done: ["28", "31"], atOnce: 2 });
  expect(await typed(120, "1174")).toEqual({ done: ["117", "4"], atOnce: 1 });
});

test("a digit that can begin no longer number does not wait", async () => {
  expect(await typed(12, "2")).toEqual({ done: ["2"], atOnce: 1 });
  expect(await typed(12, "0")).toEqual({ done: ["10"], atOnce: 1 });
});

test("a digit alone is taken after the pause, or before the next number", async () => {
  expect(await typed(12, "1")).toEqual({ done: ["1"], atOnce: 0 });
  expect(await typed(12, "15")).toEqual({ done: ["1", "5"], atOnce: 2 });
  expect(await typed(12, "⇧12")).toEqual({ done: ["⇧1", "2"], atOnce: 2 });
});

test("what is half typed can be dropped", async () => {
  expect(await typed(12, "1", (numbers) => numbers.drop())).toEqual({ done: [], atOnce: 0 });
});

test("the sheet and the posters say which keys", () => {
  expect([4, 9, 10, 12].map(digitsFor)).toEqual(["1–4", "1–9", "1–9, 0", "1–12"]);
  expect([keyFor(10, 10), keyFor(10, 12), keyFor(9, 10)]).toEqual(["0", null, null]);
});
