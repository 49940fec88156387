import { expect, test } from "vitest";
import { standing } from "./screens";

test("a wall on a screen of its own needs no word, nor does one that is off", () => {
  expect(standing(true, "apart", "apart")).toBe("fine");
  expect(standing(false, "one", "one")).toBe("fine");
  expect(standing(false, "one", "mirrored")).toBe("fine");
});

test("a screen that the room may see is said, also when the cable came out since", () => {
  expect(standing(true, "one", "one")).toBe("one");
  expect(standing(true, "apart", "one")).toBe("one");
  expect(standing(true, "one", "mirrored")).toBe("mirrored");
});

test("a projector that is found later is offered the wall", () => {
  expect(standing(true, "one", "apart")).toBe("found");
  expect(standing(true, "mirrored", "apart")).toBe("found");
});
