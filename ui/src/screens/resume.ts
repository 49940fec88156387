import type { Session } from "$lib/api";
import { router } from "$lib/router.svelte";
import type { Workshop } from "$lib/workshop";

const runs = (session: Session) => session.started !== null && session.ended === null;

/**
 * Goes to where the evening is. After a crash, or on the morning after, a session that runs is
 * opened where it stood; a study that was given on the command line is shown; else the library.
 */
export async function resume(workshop: Workshop) {
  const open = await workshop.call("study", {}).catch(() => null);
  if (open) {
    const running = open.sessions.find((card) => runs(card.session));
    router.go(running ? { at: "run", session: running.session.id } : { at: "study" });
    return;
  }
  const library = await workshop.call("library", {}).catch(() => null);
  const last = library?.studies.find((card) => card.next && runs(card.next.session));
  if (!last?.next) return;
  const session = last.next.session.id;
  await workshop.call("open_study", { path: last.path }).then(
    () => router.go({ at: "run", session }),
    // The library says why it cannot be opened.
    () => undefined,
  );
}
