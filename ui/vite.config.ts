import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  base: "./",
  plugins: [svelte()],
  resolve: {
    alias: { $lib: here("./src/lib"), $shared: here("./src/shared"), $assets: here("../assets") },
  },
  server: { fs: { allow: [here("..")] } },
  build: {
    target: "safari16",
    // The window takes fonts and pictures from files of its own alone, never from data in a page.
    assetsInlineLimit: 0,
    rolldownOptions: { input: { index: here("./index.html"), wall: here("./wall.html") } },
  },
  test: { include: ["src/**/*.test.ts"] },
});
