import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Link } from "./workshop";

/** Reaches the workshop from a window of this laptop. */
export const tauriLink: Link = {
  call: (command, req, id) => invoke("call", { request: { call: command, with: req, id } }),
  onJournal(heard) {
    const stopping = listen("journal", heard);
    return () => void stopping.then((stop) => stop());
  },
};
