import type { Session } from "$lib/api";
import { router } from "$lib/router.svelte";
import type { Workshop } from "$lib/workshop";
import { type Shelf, shelf } from "../library/library.svelte";

const runs = (session: Session) => session.started !== null && session.ended === null;

/**
 * Goes to where the evening is. After a crash, or on the morning after, a session that runs is
 * opened where it stood; a study that was given on the command line is shown; else the library,
 * with what was read on the way. All is asked at once, since it is all that the window waits for.
 */
export async function resume(workshop: Workshop): Promise<Shelf | null> {
  const [open, read] = await Promise.all([
    workshop.call("study", {}).catch(() => null),
    shelf(workshop).catch(() => null),
  ]);
  if (open) {
    router.go(open.running ? { at: "run", session: open.running } : { at: "study" });
    return null;
  }
  const last = read?.known.studies.find((card) => card.next && runs(card.next.session));
  if (!last?.next) return read;
  const session = last.next.session.id;
  await workshop.call("open_study", { path: last.path }).then(
    () => router.go({ at: "run", session }),
    // The library says why it cannot be opened.
    () => undefined,
  );
  return null;
}
