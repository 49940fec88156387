import { onMount } from "svelte";
import { getCurrentWebview } from "@tauri-apps/api/webview";

/** Takes a file that is dropped anywhere on the window. Call while a component is being set up. */
export function onDropped(take: (path: string) => void) {
  onMount(() => {
    const stop = getCurrentWebview()
      .onDragDropEvent(({ payload }) => {
        const path = payload.type === "drop" ? payload.paths[0] : undefined;
        if (path !== undefined) take(path);
      })
      .catch(() => () => {});
    return () => void stop.then((end) => end());
  });
}
