/** The letter that stands for a place of the choice: "P" for "Most popular". */
export function slotLetter(name: string): string {
  return name.replace(/^Most /, "").charAt(0).toUpperCase();
}
