import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = `http://127.0.0.1:${process.env.PORT ?? 3000}`;
const http = { target: server };
const socket = { target: server, ws: true };

/** In development everything that isn't the web app goes to the server on PORT. */
export default defineConfig({
  plugins: [react()],
  // No inlined assets: the content security policy allows none but the page's own files.
  build: {
    outDir: "dist",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { main: "index.html", embed: "src/embed/loader.ts" },
      // What other sites import has one address for good and keeps its exports.
      preserveEntrySignatures: "exports-only",
      output: { entryFileNames: ({ name }) => (name === "embed" ? "embed.js" : "assets/[name]-[hash].js") },
    },
  },
  server: {
    proxy: {
      "^/room/[^/]+/(meta|join)": http,
      "/health": http,
      "/api": http,
      "^/user/": http,
      "/ws": socket,
      "/socket.io": socket,
    },
  },
});
