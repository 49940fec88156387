import { mount } from "svelte";
import "./styles/faces.css";
import "$assets/tokens.css";
import { tauriLink } from "$lib/links";
import { followTheme } from "$lib/theme.svelte";
import { Workshop } from "$lib/workshop";
import App from "./screens/App.svelte";

const target = document.getElementById("app");
if (target) {
  followTheme();
  mount(App, { target, props: { workshop: new Workshop(tauriLink) } });
}
