import type { Tool } from "$lib/api";
import type { IconName } from "$shared/icons";

/** The drawing of what an activity is done with. */
export function toolIcon(tool: Tool): IconName {
  const icons: Record<Tool["type"], IconName> = {
    none: "talk",
    flip_chart: "flip",
    gallery: "gallery",
    discussion: "talk",
    tips: "tip",
  };
  return icons[tool.type];
}

/** What it can be cut down to: one number where all kinds of group have the same. */
export function leastOf(least: Record<string, number>): string {
  return [...new Set(Object.values(least))].join(", ");
}
