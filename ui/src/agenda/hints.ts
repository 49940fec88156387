import type { Participant } from "$lib/api";
import type { EveningState } from "$lib/evening.svelte";
import { t } from "$lib/text";
import { aboutConsent } from "../people/consent";
import { isErased } from "../people/erased";

/** Minutes of silence after which a person is mentioned. */
const QUIET = 12;

/** The one thing to know about the people in the room now. Empty: nothing. */
export function hintAbout(evening: EveningState): string {
  if (evening.session.ended) return "";
  if (!evening.session.started) return aboutConsent(evening);
  if (evening.clock.cue !== null) return t("hint-cue", { n: evening.clock.cue });
  const idle = withoutSticker(evening);
  if (idle) return t("hint-no-sticker", { name: idle.name, seat: idle.seat ?? 0 });
  const silent = quietest(evening);
  return silent ? t("hint-quiet", { name: silent.person.name, seat: silent.person.seat ?? 0, n: silent.minutes }) : "";
}

/** Somebody who holds all their stickers while most others have placed theirs. */
function withoutSticker(evening: EveningState): Participant | null {
  const { round } = evening;
  if (evening.activity?.tool.type !== "gallery" || round?.state !== "open" || round.naming !== "named") return null;
  if (round.entry === "tally") return null;
  const idle = evening.present.filter((person) => !isErased(person) && evening.stickersOf(round, person.id).length === 0);
  return idle.length * 2 < evening.present.length ? (idle[0] ?? null) : null;
}

/** Who has said nothing for longest, if that is long. */
function quietest(evening: EveningState): { person: Participant; minutes: number } | null {
  const began = Date.parse(evening.session.started ?? "");
  const last = new Map<string, number>();
  for (const line of evening.lines.all) for (const who of line.speakers) last.set(who, Date.parse(line.at));
  let longest: { person: Participant; minutes: number } | null = null;
  for (const person of evening.present.filter((one) => !isErased(one))) {
    const heard = last.get(person.id) ?? Math.max(began, Date.parse(person.came ?? ""));
    const minutes = Math.floor((evening.now - heard) / 60_000);
    // A note-taker who writes nothing down is not a room that is silent.
    if (minutes >= QUIET && last.size > 2 && minutes > (longest?.minutes ?? 0)) longest = { person, minutes };
  }
  return longest;
}
