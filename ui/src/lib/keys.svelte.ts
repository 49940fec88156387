import { onMount } from "svelte";

/** Where a key stands on the sheet of keys, in this order. */
export const GROUPS = ["moving", "doing", "writing", "wall", "anytime"] as const;
export type Group = (typeof GROUPS)[number];

export interface Binding {
  /**
   * "Space", "Shift+Space", "P", "Escape", "?", "Ctrl+Z", "1", "Shift+1", "Digit" (0 to 9),
   * "Shift+Digit", "Enter", "ArrowUp".
   */
  key: string;
  /** The name of the words that say what it does. */
  does: string;
  group: Group;
  run: (event: KeyboardEvent) => void;
  /** Whether it does anything now; a key that does nothing is left to the page. */
  when?: () => boolean;
  /** What stands on the sheet, where the key alone does not say it: "1–9". */
  shown?: string;
  /** Whether it also works while something is being typed. */
  typing?: boolean;
}

/** The keys that do something on the screen as it is. */
class Keys {
  bindings: readonly Binding[] = $state.raw([]);
  /** The laptop is before somebody who is not of the staff: no key does anything for the staff. */
  away = false;

  add(more: readonly Binding[]): () => void {
    this.bindings = [...this.bindings, ...more];
    return () => (this.bindings = this.bindings.filter((b) => !more.includes(b)));
  }

  /** The last one that was registered goes first: what is nearest to the hand. */
  press(event: KeyboardEvent) {
    if (this.away || event.defaultPrevented || event.isComposing) return;
    const typing = isTyping(event.target);
    const found = this.bindings.findLast(
      (b) => matches(b.key, event) && (!typing || b.typing) && (b.when?.() ?? true),
    );
    if (!found || isItsOwn(event)) return;
    event.preventDefault();
    found.run(event);
  }
}

export const keys = new Keys();

/** Gives keys to a component for as long as it is on the screen. Call while it is being set up. */
export function bind(...bindings: Binding[]) {
  onMount(() => keys.add(bindings));
}

/** A box or a ring to tick takes no letters: while one has the focus, letters are keys. */
const TICKED = "input[type=checkbox], input[type=radio]";

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target.matches(TICKED)) return false;
  return target.closest("input, textarea, select, [contenteditable]") !== null;
}

/** Whether the control that has the focus needs this key itself. */
function isItsOwn(event: KeyboardEvent): boolean {
  const { target, key } = event;
  if (!(target instanceof Element)) return false;
  if (target.matches(TICKED)) return key === " " || key.startsWith("Arrow");
  return (key === " " || key === "Enter") && target.closest("button, a, summary, [role=button]") !== null;
}

/** Which digit was pressed, whatever Shift makes of it on this keyboard. */
export function digitOf(event: KeyboardEvent): number | null {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  return digit === undefined ? null : Number(digit);
}

function matches(key: string, event: KeyboardEvent): boolean {
  const parts = key.split("+");
  const name = parts.at(-1) ?? "";
  const ctrl = parts.includes("Ctrl");
  if (ctrl !== (event.ctrlKey || event.metaKey) || event.altKey) return false;
  if (name === "?") return event.key === "?";
  if (parts.includes("Shift") !== event.shiftKey) return false;
  if (name === "Space") return event.key === " ";
  if (name === "Digit") return digitOf(event) !== null;
  if (/^\d$/.test(name)) return digitOf(event) === Number(name);
  return event.key.toLowerCase() === name.toLowerCase();
}
