import { invoke, isTauri } from "@tauri-apps/api/core";
import { WebviewWindow } from "@tauri-apps/api/webviewWindow";

/** The wall's own window, on the projector where there is one. */
class Projector {
  /** Whether the window is open. */
  on = $state(false);

  /** Sees whether it is open, and hears when it is closed. */
  async look() {
    if (!isTauri()) return;
    const wall = await WebviewWindow.getByLabel("wall");
    this.on = wall !== null;
    await wall?.once("tauri://destroyed", () => (this.on = false));
  }

  /** Opens it, or closes it. */
  async toggle() {
    if (!isTauri()) return;
    await invoke(this.on ? "close_wall" : "open_wall");
    await this.look();
  }
}

export const projector = new Projector();
