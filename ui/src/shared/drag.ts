import type { Attachment } from "svelte/attachments";
import { nudge } from "./nudge";

/** Pixels that the pointer goes before it drags rather than presses. */
const SLACK = 4;

/** What comes of a drag with mouse, finger or pen. */
export interface Hand {
  /** Takes what is under the pointer. Whether there is anything to take. */
  take: (event: PointerEvent) => boolean;
  /** It is here now, over this. */
  carry: (event: PointerEvent, under: Element | null) => void;
  /** It was let go. */
  land: () => void;
  /** It goes back to where it was. */
  leave: () => void;
}

/**
 * Lets something be dragged. A press without a drag stays a press. Where a list does not show all
 * of itself, it scrolls while something is held at its edge.
 */
export function drag(hand: Hand): Attachment<HTMLElement> {
  return (element) => {
    let from: PointerEvent | null = null;
    let carried = false;
    let last: PointerEvent | null = null;
    let frame = 0;

    const carry = () => {
      if (last) hand.carry(last, document.elementFromPoint(last.clientX, last.clientY));
    };
    const follow = () => {
      if (!carried || !last) return;
      // What lies under a pointer that rests has moved.
      if (nudge(element, last.clientX, last.clientY)) carry();
      frame = requestAnimationFrame(follow);
    };
    const select = (event: Event) => event.preventDefault();
    const down = (event: PointerEvent) => {
      if (event.button !== 0) return;
      from = event;
      // What is dragged over is not marked as text.
      document.addEventListener("selectstart", select);
      element.setPointerCapture(event.pointerId);
    };
    const move = (event: PointerEvent) => {
      if (from?.pointerId !== event.pointerId) return;
      const away = Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY);
      if (!carried && (away < SLACK || !(carried = hand.take(from)))) return;
      const begins = last === null;
      last = event;
      carry();
      if (begins) frame = requestAnimationFrame(follow);
    };
    const end = (how: () => void) => () => {
      from = null;
      last = null;
      cancelAnimationFrame(frame);
      document.removeEventListener("selectstart", select);
      if (!carried) return;
      carried = false;
      how();
      // The click that comes of letting go is not meant for what was dragged.
      const swallow = (click: MouseEvent) => (click.preventDefault(), click.stopPropagation());
      element.addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => element.removeEventListener("click", swallow, { capture: true }));
    };
    const on: [string, (event: PointerEvent) => void][] = [
      ["pointerdown", down],
      ["pointermove", move],
      ["pointerup", end(() => hand.land())],
      ["pointercancel", end(() => hand.leave())],
    ];
    for (const [name, listen] of on) element.addEventListener(name, listen as EventListener);
    return () => {
      for (const [name, listen] of on) element.removeEventListener(name, listen as EventListener);
      document.removeEventListener("selectstart", select);
      cancelAnimationFrame(frame);
      if (carried) hand.leave();
    };
  };
}
