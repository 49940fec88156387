import type { Activity, Lens } from "$lib/api";
import type { EveningState } from "$lib/evening.svelte";

/** A lens as its tab shows it. */
export interface Tab {
  lens: Lens;
  /** Seconds talked under it, and its share of the idea's time. */
  spent: number;
  due: number;
  /** Whether a line of the record speaks of it. */
  lit: boolean;
  /** Whether all its questions were asked. */
  asked: boolean;
  /** What to ask, when half the idea's time is gone and nothing was said of it yet. */
  offer: string | null;
}

/** The questions of a lens for the idea under discussion, what-ifs and probes of the idea apart. */
export function questionsOf(evening: EveningState, lens: Lens) {
  const idea = lens.idea_probes ? evening.idea : null;
  return { own: lens.questions, probes: idea?.probes ?? [], whatIfs: idea?.what_ifs ?? [] };
}

/** The tabs of the discussion that runs. */
export function tabsOf(evening: EveningState, activity: Activity): Tab[] {
  const clock = evening.clock;
  const current = clock.current;
  const late = current !== null && evening.secondsLeft !== null && evening.secondsLeft * 2 <= current.allowed_sec;
  const since = current?.running ? Math.max(0, (evening.now - Date.parse(clock.as_of)) / 1000) : 0;
  const idea = evening.idea?.id ?? null;
  const spoken = new Set(evening.lines.all.filter((l) => l.idea !== null && l.idea === idea).map((l) => l.lens));
  return evening.lenses.map((lens) => {
    const time = clock.lenses.find((l) => l.lens === lens.id);
    const questions = questionsOf(evening, lens);
    const all = [...questions.own, ...questions.probes, ...questions.whatIfs];
    const open = all.filter((q) => !evening.isTicked(activity.id, q.id));
    const lit = spoken.has(lens.id);
    return {
      lens,
      spent: (time?.spent_sec ?? 0) + (evening.span?.lens === lens.id ? since : 0),
      due: time?.due_sec ?? 0,
      lit,
      asked: all.length > 0 && open.length === 0,
      // What is being asked already stands at the head: there a question under it is the probe.
      offer: late && !lit ? (evening.span?.lens === lens.id ? (open[0]?.text ?? null) : lens.ask) : null,
    };
  });
}
