import type { WallView } from "$lib/api";
import type { EveningState } from "$lib/evening.svelte";
import { t } from "$lib/text";

/** A page that the moderator can put on the wall, in words. */
export interface Choosable {
  view: WallView;
  words: string;
  key?: string;
}

/** What a view is called: "the flip chart". */
export function nameOf(evening: EveningState, view: WallView): string {
  switch (view.type) {
    case "blank":
      return t("wall-view-blank");
    case "question":
      return t("wall-view-question");
    case "values":
      return t("wall-view-values");
    case "flip_chart":
      return t("wall-view-flip");
    case "poster":
      return t("wall-view-poster", { idea: evening.ideaBy(view.idea)?.short ?? "" });
    case "posters":
      return t("wall-view-posters");
    case "rating":
      return t("wall-view-rating", { lens: lensName(evening, view.lens) });
    case "thanks":
      return t("wall-view-thanks");
  }
}

function lensName(evening: EveningState, id: string): string {
  return evening.design.lenses.find((l) => l.id === id)?.name.toLowerCase() ?? "";
}

/** What makes sense on the wall now. */
export function choosable(evening: EveningState): Choosable[] {
  const idea = evening.idea?.id;
  const rated = evening.lens?.rating ? evening.lens : evening.lenses.find((l) => l.rating);
  const views: (WallView | null)[] = [
    { type: "question" },
    idea ? { type: "poster", idea } : null,
    idea && rated ? { type: "rating", idea, lens: rated.id } : null,
    { type: "posters" },
    { type: "flip_chart" },
    { type: "values" },
    { type: "thanks" },
    { type: "blank" },
  ];
  const keys: Partial<Record<WallView["type"], string>> = { values: "V", blank: "B" };
  return views
    .filter((view) => view !== null)
    .map((view) => ({ view, words: nameOf(evening, view), key: keys[view.type] }));
}

/** Whether two views are the same page. */
export function sameView(a: WallView, b: WallView): boolean {
  return JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
}
