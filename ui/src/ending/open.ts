import type { Attribution, Idea, Lens, Line, Participant, ParticipantId } from "$lib/api";
import type { EveningState } from "$lib/evening.svelte";
import { isErased, lostWords } from "../people/erased";

/** A number that the group has not agreed. */
export interface Unrated {
  idea: Idea;
  lens: Lens;
}

/** What an evening leaves open. None of it is lost. */
export interface Open {
  /** Lines that hold their first words only. */
  toComplete: Line[];
  /** People whose attribution points to them alone, with how many of their lines it stands beside. */
  pointed: { person: Participant; coarser: string; lines: number }[];
  /** People of whom it is not known whether they came. */
  unknown: Participant[];
  unrated: Unrated[];
  /** People who were there and gave no tip. */
  tipless: Participant[];
  /** Lines of what people said that carry no code. */
  uncoded: Line[];
}

const isSaid = (line: Line) => line.kind !== "observation" && !lostWords(line);

export function leftOpen(evening: EveningState, attributions: ReadonlyMap<ParticipantId, Attribution>): Open {
  const { lines, seated, design } = evening;
  const said = lines.all.filter(isSaid);
  const there = seated.filter((person) => person.came !== null && person.absence === null && !isErased(person));
  const tips = design.stages.some((stage) => stage.activities.some((activity) => activity.tool.type === "tips"));
  return {
    toComplete: lines.all.filter((line) => line.kind === "to_complete" && !lostWords(line)),
    pointed: seated.flatMap((person) => {
      const attribution = attributions.get(person.id);
      const n = said.filter((line) => line.speakers.includes(person.id)).length;
      if (!attribution?.coarser || person.coarse || n === 0) return [];
      return [{ person, coarser: attribution.coarser, lines: n }];
    }),
    unknown: seated.filter((person) => person.came === null && person.absence === null),
    unrated: evening.choices.all.flatMap((choice) => {
      const idea = evening.ideaBy(choice.idea);
      const agreed = (lens: Lens) =>
        evening.ratings.all.some((r) => r.participant === null && r.of.idea === choice.idea && r.of.lens === lens.id);
      return idea ? design.lenses.filter((lens) => lens.rating && !agreed(lens)).map((lens) => ({ idea, lens })) : [];
    }),
    tipless: tips ? there.filter((person) => !evening.tips.all.some((tip) => tip.participant === person.id)) : [],
    uncoded: said.filter((line) => line.codes.length === 0),
  };
}
