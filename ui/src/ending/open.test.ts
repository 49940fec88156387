import { describe, expect, it } from "vitest";
import type { Attribution, Line, Participant } from "$lib/api";
import type { EveningState } from "$lib/evening.svelte";
import { leftOpen } from "./open";

const person = (id: string, more: Partial<Participant> = {}) =>
  ({ id, seat: 1, came: "2026-03-12T18:41:00Z", absence: null, coarse: false, ...more }) as Participant;
const line = (id: string, more: Partial<Line> = {}) =>
  ({ id, kind: "verbatim", speakers: ["a"], codes: ["trust"], ...more }) as Line;
const one: Attribution = { text: "Female, 25–39, Oxford", shows: ["sex", "age-band", "place"], fits: 1, coarser: "Female, Oxford" };

function evening(more: object): EveningState {
  const idea = { id: "charging", short: "Charging" };
  return {
    lines: { all: [] },
    seated: [person("a")],
    choices: { all: [] },
    ratings: { all: [] },
    tips: { all: [{ participant: "a" }] },
    ideaBy: () => idea,
    design: {
      lenses: [{ id: "desirable", rating: "How desirable is it?" }, { id: "values", rating: null }],
      stages: [{ activities: [{ tool: { type: "tips" } }] }],
    },
    ...more,
  } as unknown as EveningState;
}

describe("what an evening leaves open", () => {
  it("is nothing when all is said and done", () => {
    const open = leftOpen(evening({ lines: { all: [line("1")] } }), new Map());
    expect(Object.values(open).flat()).toEqual([]);
  });

  it("finds first words, and lines without a code, but not remarks", () => {
    const all = [line("1", { kind: "to_complete" }), line("2", { codes: [] }), line("3", { kind: "observation", codes: [] })];
    const open = leftOpen(evening({ lines: { all } }), new Map());
    expect(open.toComplete.map((l) => l.id)).toEqual(["1"]);
    expect(open.uncoded.map((l) => l.id)).toEqual(["2"]);
  });

  it("warns of words that point to one person, until the coarser form is used", () => {
    const lines = { all: [line("1"), line("2")] };
    const attributions = new Map([["a", one]]);
    expect(leftOpen(evening({ lines }), attributions).pointed[0]).toMatchObject({ coarser: "Female, Oxford", lines: 2 });
    expect(leftOpen(evening({ lines, seated: [person("a", { coarse: true })] }), attributions).pointed).toEqual([]);
    expect(leftOpen(evening({}), attributions).pointed).toEqual([]);
  });

  it("asks for ratings of the ideas that were chosen, and only by lenses that are rated", () => {
    const choices = { all: [{ idea: "charging" }] };
    const agreed = { participant: null, of: { idea: "charging", lens: "desirable" } };
    expect(leftOpen(evening({ choices }), new Map()).unrated).toHaveLength(1);
    expect(leftOpen(evening({ choices, ratings: { all: [agreed] } }), new Map()).unrated).toEqual([]);
    const own = { ...agreed, participant: "a" };
    expect(leftOpen(evening({ choices, ratings: { all: [own] } }), new Map()).unrated).toHaveLength(1);
  });

  it("asks a tip of those who were there, and whether the others came", () => {
    const seated = [person("a"), person("b"), person("c", { came: null }), person("d", { absence: "ill", came: null })];
    const open = leftOpen(evening({ seated }), new Map());
    expect(open.tipless.map((p) => p.id)).toEqual(["b"]);
    expect(open.unknown.map((p) => p.id)).toEqual(["c"]);
  });
});
