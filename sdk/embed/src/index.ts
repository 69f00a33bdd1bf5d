export { ChamCallEmbed } from "./chamcall-embed.ts";
export type { EmbedOptions } from "./embed-options.ts";
