import { describe, expect, it } from "vitest";
import type { Participant } from "$lib/api";
import type { EveningState } from "$lib/evening.svelte";
import { aboutConsent } from "./consent";
import { isErased, lostWords, nameOf, wordsOf } from "./erased";

const person = (name: string) =>
  ({ name, absence: null, left: null, came: "2026-03-12T18:41:00Z", withdrew: "2026-03-13T09:00:00Z", consent: {} }) as Participant;

describe("somebody who was erased", () => {
  it("is called so where a name would stand", () => {
    expect([isErased(person("")), nameOf(person(""))]).toEqual([true, "erased"]);
    expect([isErased(person("Tom")), nameOf(person("Tom"))]).toEqual([false, "Tom"]);
  });

  it("leaves lines without words", () => {
    expect([lostWords({ text: "" }), wordsOf({ text: "" })]).toEqual([true, "words erased"]);
    expect([lostWords({ text: "buses" }), wordsOf({ text: "buses" })]).toEqual([false, "buses"]);
  });

  it("is not spoken of among those who are not quoted", () => {
    const evening = { seated: [person("Tom"), person("")], session: { plan: { observers: [] } } } as unknown as EveningState;
    expect(aboutConsent(evening)).toBe("Tom counts but is not quoted.");
  });
});
