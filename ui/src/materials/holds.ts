import { t } from "$lib/text";
import type { MaterialsState, Other } from "./materials.svelte";
import { ofOne } from "./sums";

/** How many of a paper there are, and what is on it, in words; empty as long as it is not counted. */
export function holds(materials: MaterialsState, what: Other): { count: string; about: string } {
  const paper = materials.page(what);
  const seen = materials.seen(paper);
  const on = seen?.sheets[0]?.paper;
  if (!paper || !seen || !on) return { count: "", about: "" };
  const { material } = paper;
  const copies = material.copies ?? 1;
  const all = materials.of(what);
  const own = all[0]?.material.copies ?? 1;
  const further = all.slice(1).reduce((sum, other) => sum + (other.material.copies ?? 1), 0);
  const pages = ofOne(seen.sheets, what === "handout" || what === "ballots" ? copies : 1);
  const others = t("materials-further", { n: further });
  const with_others = (words: string) => (further > 0 ? `${words} ${others}` : words);
  switch (what) {
    case "handout": {
      const large = t("materials-large-of", { n: materials.large });
      const about = with_others(t("materials-handout-about", { n: pages }));
      return { count: t("materials-copies", { n: own, paper: on }), about: materials.large > 0 ? `${about} ${large}` : about };
    }
    case "ballots":
      return {
        count: t("materials-copies", { n: own, paper: on }),
        about: with_others(t("materials-ballots-about", { n: materials.spare })),
      };
    case "stickers": {
      const budget = materials.study.view?.design.design.budget;
      const each = budget ? budget.green + budget.red : 0;
      return {
        count: t("materials-sheets", { n: pages, paper: on }),
        about: t("materials-stickers-about", { n: each * copies, people: copies }),
      };
    }
    case "seat_cards":
      return { count: t("materials-cards", { n: copies, paper: on }), about: t("materials-seats-about") };
    case "guide":
      return { count: t("materials-booklet", { paper: on }), about: t("materials-guide-about", { n: pages }) };
    case "note_sheets":
      return { count: t("materials-pages-on", { n: pages, paper: on }), about: t("materials-notes-about") };
    case "consent":
      return { count: t("materials-sheets", { n: pages * all.length, paper: on }), about: t("materials-consent-about") };
    case "door_sign":
      return { count: t("materials-sheets", { n: pages * all.length, paper: on }), about: t("materials-door-about") };
  }
}
