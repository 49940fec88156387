import type { Activity } from "$lib/api";
import type { EveningState } from "$lib/evening.svelte";
import { choosing } from "../choosing/choosing.svelte";

/** What the one big button does next. */
export type Move =
  | { to: "start" }
  | { to: "choose" }
  | { to: "take" }
  | { to: "activity"; activity: Activity; title: string }
  | { to: "end" }
  | { to: "study" };

/** An activity as the agenda calls it: a discussion goes by its idea once that is chosen. */
export function titleOf(evening: EveningState, activity: Activity): string {
  const idea = evening.ideaOf(activity);
  return idea ? idea.short : activity.title;
}

/** Where the evening goes from here. */
export function nextMove(evening: EveningState): Move {
  const { session, activities, activity, round } = evening;
  if (session.ended) return { to: "study" };
  if (!session.started) return { to: "start" };
  const revealed = round?.state === "revealed" || round?.state === "final";
  const chosen = evening.choices.all.length > 0;
  // The way on leads through the choice: a discussion without an idea is no discussion.
  if (activity?.tool.type === "gallery" && revealed && !chosen) return { to: choosing.open ? "take" : "choose" };
  const next = activities[activities.findIndex((a) => a.id === activity?.id) + 1];
  return next ? { to: "activity", activity: next, title: titleOf(evening, next) } : { to: "end" };
}
