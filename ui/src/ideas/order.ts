import type { Design, Idea, IdeaId, ThemeId } from "$lib/api";

/** Where an idea goes: into a theme, before another of it, or last. */
export interface Place {
  theme: ThemeId;
  before: IdeaId | null;
}

/** The ideas of a theme, in their order. */
export const within = (design: Design, theme: ThemeId): Idea[] => design.ideas.filter((idea) => idea.theme === theme);

/** One place on or back; past the end of its theme, into the next one. Null: it stands there already. */
export function stepped(design: Design, id: IdeaId, by: -1 | 1): Place | null {
  const idea = design.ideas.find((one) => one.id === id);
  if (!idea) return null;
  const beside = within(design, idea.theme);
  const at = beside.findIndex((one) => one.id === id);
  const next = beside[at + by];
  if (next) return { theme: idea.theme, before: by < 0 ? next.id : (beside[at + 2]?.id ?? null) };
  const theme = design.themes[design.themes.findIndex((one) => one.id === idea.theme) + by];
  if (!theme) return null;
  return { theme: theme.id, before: by < 0 ? null : (within(design, theme.id)[0]?.id ?? null) };
}

/** Where something lands that was let go over a tile, or over the end of a theme: "theme A". */
export function landing(design: Design, over: string | null): Place | null {
  const theme = /^theme (.+)$/.exec(over ?? "")?.[1];
  if (theme !== undefined) return { theme, before: null };
  const idea = design.ideas.find((one) => one.id === over);
  return idea ? { theme: idea.theme, before: idea.id } : null;
}
