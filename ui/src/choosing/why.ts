import type { Colour, SlotRule } from "$lib/api";
import { t } from "$lib/text";
import type { Filled } from "./slots.svelte";

/** The colour that a slot goes by. A joker goes by none. */
export function colourOf(rule: SlotRule): Colour | null {
  return rule === "joker" ? null : rule === "most_red" ? "red" : "green";
}

/** So many stickers of the slot's colour, in words. */
export function stickers(rule: SlotRule, n: number): string {
  return rule === "most_red" ? t("choose-red", { n }) : t("choose-green", { n });
}

/** The reason in words: what the rules found, then how they got from there to one idea. */
export function reason({ slot, suggestion, equals }: Filled): { head: string; more: string } {
  const { why, tied } = suggestion;
  const tie = (count: number) => t("choose-tie", { ideas: tied.length, stickers: stickers(slot.rule, count) });
  switch (why.type) {
    case "most":
      return { head: t("choose-most", { stickers: stickers(slot.rule, why.count) }), more: "" };
    case "most_divided":
      return {
        head: t("choose-divided"),
        more: t("choose-divided-by", { green: why.green, red: why.red }),
      };
    case "next_after_most_divided":
      return { head: t("choose-next", { stickers: stickers(slot.rule, why.count) }), more: t("choose-next-after") };
    case "tie_least_discussed":
      return { head: tie(why.count), more: t("choose-by-groups", { groups: why.groups }) };
    case "tie_fewest_reds":
      return { head: tie(why.count), more: t("choose-by-reds", { red: why.red }) };
    case "tie_moderator":
      return { head: tie(why.count), more: t("choose-your-call") };
    case "least_discussed":
      if (tied.length === 0) return { head: t("choose-least", { groups: why.groups }), more: "" };
      return {
        head: t("choose-least-tie", { ideas: tied.length, groups: why.groups }),
        more: suggestion.moderator_decides
          ? equals.length < tied.length
            ? t("choose-reds-leave", { ideas: equals.length })
            : t("choose-your-call")
          : t("choose-reds-settle"),
      };
    case "no_sticker":
      return { head: t("choose-no-sticker"), more: t("choose-your-call") };
    case "overruled":
      return { head: "", more: "" };
    default:
      return why satisfies never;
  }
}
