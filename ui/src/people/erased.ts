import type { FlipItem, Line, Participant } from "$lib/api";
import { t } from "$lib/text";

/** Whether somebody was erased: what is left has a seat and no name. */
export const isErased = (person: Pick<Participant, "name">) => person.name === "";

/** What to call somebody. */
export const nameOf = (person: Pick<Participant, "name">) => person.name || t("erased");

/** Whether words went with whoever said them. */
export const lostWords = (said: Pick<Line, "text"> | Pick<FlipItem, "text">) => said.text === "";

/** What was said, or that it is no longer there. */
export const wordsOf = (said: Pick<Line, "text"> | Pick<FlipItem, "text">) => said.text || t("erased-words");
