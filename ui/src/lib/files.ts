import { invoke } from "@tauri-apps/api/core";
import { open } from "@tauri-apps/plugin-dialog";

/** What a file is, or can be saved as. */
export interface Kind {
  /** What such files are called. */
  name: string;
  /** What their names end with; the usual one first. */
  endings: string[];
}

/** Whether a dialog of the system's is up. */
let asking = false;

/** Asks by a dialog of the system's, one at a time: who presses twice has the one that came first. */
async function once(ask: () => Promise<string | null>): Promise<string | null> {
  if (asking) return null;
  asking = true;
  return ask().finally(() => (asking = false));
}

/** Lets a person choose where a file goes; the name has its ending then. None: they left the dialog. */
export function saveAs(title: string, name: string, kind: Kind): Promise<string | null> {
  return once(() => invoke("save_as", { title, name: plain(name), kind }));
}

/** Lets a person choose a file that is there, in a folder if one is likely. None: they left the dialog. */
export function chooseFile(title: string, kind: Kind, folder?: string): Promise<string | null> {
  const filters = [{ name: kind.name, extensions: kind.endings }];
  return once(() => open({ title, filters, ...(folder ? { defaultPath: folder } : {}) }));
}

/** Opens a paper in the program that the system has for it. Refuses in words where there is none. */
export function openFile(path: string): Promise<void> {
  return invoke("open_file", { path });
}

/** Shows a file in its folder. */
export function showFile(path: string): Promise<void> {
  return invoke("show_file", { path });
}

/** Words as the name of a file on any system. */
function plain(name: string): string {
  return name.replace(/[/\\:*?"<>|]/g, "-");
}

/** A path as its folder and the name in it. */
export function parts(path: string): { folder: string; name: string } {
  const cut = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"));
  return { folder: path.slice(0, Math.max(cut, 0)), name: path.slice(cut + 1) };
}
