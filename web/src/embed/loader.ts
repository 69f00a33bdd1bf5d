// The server hands this out as `/embed.js`, for pages without a bundler.
export { ChamCallEmbed } from "@chamcall/embed";
