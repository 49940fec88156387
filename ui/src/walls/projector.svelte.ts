import { invoke, isTauri } from "@tauri-apps/api/core";
import { WebviewWindow } from "@tauri-apps/api/webviewWindow";
import { standing, type Screens, type Standing } from "./screens";

/** Milliseconds between two looks at the screens while the wall is open: a cable comes and goes. */
const LOOK = 3_000;

/** The wall's own window, on the projector where there is one. */
class Projector {
  /** Whether the window is open. */
  on = $state(false);
  /** How the screens lie now, and how they lay when the wall was put up. */
  #now: Screens = $state("apart");
  #then: Screens = $state("apart");

  /** What there is to say about where the wall is. */
  readonly standing: Standing = $derived(standing(this.on, this.#then, this.#now));

  /** Sees whether it is open and where, and hears when it is closed. */
  async look() {
    if (!isTauri()) return;
    const wall = await WebviewWindow.getByLabel("wall");
    if (wall && !this.on) this.#then = await this.#lie();
    this.on = wall !== null;
    await wall?.once("tauri://destroyed", () => (this.on = false));
  }

  /** Keeps an eye on the screens until the answer is called. */
  watch(): () => void {
    void this.look();
    const timer = setInterval(() => {
      if (this.on) void this.#lie();
    }, LOOK);
    return () => clearInterval(timer);
  }

  /** Opens it, or closes it. */
  async toggle() {
    if (!isTauri()) return;
    await invoke(this.on ? "close_wall" : "open_wall");
    await this.look();
  }

  /** Puts the wall on the screen that is the room's by now, or over the only one there is. */
  async put(fill: boolean) {
    await invoke("open_wall", { fill });
    this.#then = await this.#lie();
  }

  async #lie(): Promise<Screens> {
    this.#now = await invoke<Screens>("screens");
    return this.#now;
  }
}

export const projector = new Projector();
