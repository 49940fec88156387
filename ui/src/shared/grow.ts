import type { Attachment } from "svelte/attachments";

/** A field as high as what is typed in it. `as`: what its height hangs on; when it changes, it is measured anew. */
export function grow(as: unknown): Attachment<HTMLTextAreaElement> {
  return (field) => {
    void as;
    field.style.height = "0";
    field.style.height = `${field.scrollHeight}px`;
  };
}
