import type { Consent, Observer, Participant } from "$lib/api";
import type { EveningState } from "$lib/evening.svelte";
import { t } from "$lib/text";
import { isErased } from "./erased";

/** What a person is asked, in the order of the sheet that they sign. */
export const ANSWERS = ["take_part", "recorded", "quoted", "observers"] as const;
export type Answer = (typeof ANSWERS)[number];

/** What pressing an answer makes of it: not asked, yes, no, and round again. */
export function nextAnswer(said: boolean | null): boolean | null {
  if (said === null) return true;
  return said ? false : null;
}

/** A yes wherever nothing was asked yet; a no stays a no. */
export function yesWhereOpen({ take_part, recorded, quoted, observers }: Consent): Consent {
  return { take_part: take_part ?? true, recorded: recorded ?? true, quoted: quoted ?? true, observers: observers ?? true };
}

/** Whether anything is still to be asked. */
export const isOpen = (consent: Consent) => ANSWERS.some((answer) => consent[answer] === null);

/** "Marcus", "Marcus and Beth". */
const and = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** What to know about people before they sit down: who said no to what, who watches. Empty: nothing. */
export function aboutConsent(evening: EveningState): string {
  const known = evening.seated.filter((person) => !isErased(person));
  const expected = known.filter((person) => person.absence === null && person.left === null);
  const asked = expected.filter((person) => person.withdrew === null);
  const saidNo = (to: Answer) => expected.filter((person) => person.consent[to] === false);
  const unquoted = expected.filter((person) => person.withdrew !== null || person.consent.quoted === false);
  const unsigned = asked.filter((person) => person.came !== null && isOpen(person.consent));
  const signing = asked.some((person) => !isOpen(person.consent));
  return [
    sentence("answer-no-part", saidNo("take_part")),
    sentence("answer-no-sound", saidNo("recorded")),
    evening.session.plan.observers.length === 0 ? "" : sentence("answer-no-observers", saidNo("observers")),
    aboutObservers(evening.session.plan.observers),
    sentence("answer-no-quotes", unquoted),
    // Where nobody has signed yet, the sheets are still to be handed out.
    signing ? sentence("answer-unsigned", unsigned) : "",
  ]
    .filter((words) => words !== "")
    .join(" ");
}

function sentence(id: string, people: readonly Participant[]): string {
  if (people.length === 0) return "";
  return t(id, { n: people.length, names: and.format(people.map((person) => person.name)) });
}

/** Who it is: "Dana Hill (the commission)", or whichever of the two is known. */
const named = ({ name, organisation }: Observer) => (name !== "" && organisation !== "" ? `${name} (${organisation})` : name || organisation);

/** Who watches and the group has not been told of yet. Empty: nobody. */
function aboutObservers(observers: readonly Observer[]): string {
  const hidden = observers.filter((one) => !one.announced);
  return hidden.length === 0 ? "" : t("observers-untold", { n: hidden.length, names: and.format(hidden.map(named)) });
}
