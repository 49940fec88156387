/**
 * What stands before the words of a note, for the number chip as one types. The workshop alone
 * decides what is kept: this only shows it early (see the note grammar of the domain).
 */
export interface Head {
  sign: "~" | "/" | "=" | null;
  seats: number[];
  hands: number | null;
  starred: boolean;
  /** How many characters of what was typed it takes. */
  length: number;
}

const STAR = /^\*(?=\s|$)/;
const HANDS = /^\^(\d{1,3})(?=\s)/;
const SEATS = /^(\d{1,3}(?:, ?\d{1,3})*)(?=[\s~])/;

/** Reads the head: stars, one sign, seats and hands. A number is a seat once a space follows it. */
export function readHead(typed: string): Head {
  const head: Head = { sign: null, seats: [], hands: null, starred: false, length: 0 };
  for (;;) {
    const rest = typed.slice(head.length);
    const sign = /^[~/=]/.exec(rest)?.[0] as Head["sign"];
    let taken: string | undefined;
    if ((taken = /^\s+/.exec(rest)?.[0])) {
      // Spaces belong to what stands before them.
    } else if (!head.starred && (taken = STAR.exec(rest)?.[0])) {
      head.starred = true;
    } else if (!head.sign && sign && (sign !== "/" || head.seats.length === 0)) {
      head.sign = taken = sign;
    } else if (head.hands === null && (taken = HANDS.exec(rest)?.[0])) {
      head.hands = Number(taken.slice(1));
    } else if (head.seats.length === 0 && head.sign !== "/" && (taken = SEATS.exec(rest)?.[0])) {
      head.seats = [...new Set(taken.split(",").map(Number))];
    } else {
      return head;
    }
    head.length += taken.length;
  }
}

/** Whether the words end in dots: a quotation to complete. */
export function isToComplete(words: string): boolean {
  return /(?:\.{3}|…)[\s*]*$/.test(words);
}

/** The code that is being typed before the caret: what stands after its `#`, and where that is. */
export function codeBefore(typed: string, caret: number): { word: string; from: number } | null {
  const found = /(?:^|\s)#([\p{L}\p{N}-]*)$/u.exec(typed.slice(0, caret));
  const word = found?.[1];
  return word === undefined ? null : { word, from: caret - word.length };
}
