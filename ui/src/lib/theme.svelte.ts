/** How the window looks: like the desk's own setting, or as chosen. */
export type Theme = "system" | "light" | "dark";

const KEY = "theme";
const dim = matchMedia("(prefers-color-scheme: dark)");

function kept(): Theme {
  const found = localStorage.getItem(KEY);
  return found === "light" || found === "dark" ? found : "system";
}

class Look {
  chosen: Theme = $state(kept());

  choose(theme: Theme) {
    this.chosen = theme;
    localStorage.setItem(KEY, theme);
    this.apply();
  }

  apply() {
    const dark = this.chosen === "dark" || (this.chosen === "system" && dim.matches);
    document.documentElement.dataset.theme = dark ? "dark" : "light";
  }
}

export const look = new Look();

/** Puts the look on the page, and keeps to the desk's when that changes. */
export function followTheme() {
  look.apply();
  dim.addEventListener("change", () => look.apply());
}
