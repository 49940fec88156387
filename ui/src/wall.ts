import { mount } from "svelte";
import "./styles/faces.css";
import "$assets/tokens.css";
import { tauriLink } from "$lib/links";
import { Workshop } from "$lib/workshop";
import Wall from "./screens/Wall.svelte";

const target = document.getElementById("app");
if (target) mount(Wall, { target, props: { workshop: new Workshop(tauriLink) } });
