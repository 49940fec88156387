import { describe, expect, it } from "vitest";
import type { SessionCard } from "$lib/api";
import { standing, standingWords, townOf, zoneOf } from "./study.svelte";

const plan = { zone: "Europe/London" as string | null, date: "2020-01-02", time: "19:00", seats: 9, venue: "Hall", moderator: "Ruth", note_taker: "Sam" };
const silence = { group: "", moments: "", surprises: "", changes: "" };

function card(session: object, absent = 0, own: object = {}): SessionCard {
  const whole = { plan: { ...plan, ...own }, started: null, ended: null, cancelled: null, debrief: silence, ...session };
  return { session: whole, number: 1, version: 1, expected: 9, absent } as unknown as SessionCard;
}

describe("how far a session is", () => {
  const ended = { started: "2020-01-02T19:00:00Z", ended: "2020-01-02T21:00:00Z" };
  it("says who did not come, and that the debrief is still to be written", () => {
    expect(standingWords(standing(card(ended)))).toBe("Done, debrief open");
    expect(standingWords(standing(card({ ...ended, debrief: { ...silence, group: "lively" } }, 1)))).toBe("Done, 1 no-show");
    expect(standingWords(standing(card(ended, 2)))).toBe("Done, 2 no-shows, debrief open");
  });
  it("says what it lacks first", () => {
    expect(standingWords(standing(card({}, 0, { seats: 12 })))).toBe("3 to find");
    expect(standingWords(standing(card({}, 0, { note_taker: "" })))).toBe("No note-taker");
    expect(standingWords(standing(card({})))).toBe("Ready");
  });
});

it("goes by the clock of most places, by its town", () => {
  const cards = ["Europe/London", "America/Port_of_Spain", "America/Port_of_Spain", null].map((zone) => card({}, 0, { zone }));
  expect(townOf(zoneOf(cards) ?? "")).toBe("Port of Spain");
  expect(zoneOf([card({}, 0, { zone: null })])).toBeNull();
});
