/** The sheet of keys: over the columns, under the header. The session goes on beneath it. */
class Sheet {
  open = $state(false);

  toggle() {
    this.open = !this.open;
  }
}

export const sheet = new Sheet();
