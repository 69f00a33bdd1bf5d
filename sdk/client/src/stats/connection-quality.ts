/** How well someone's media arrives: `lost` means that nothing has arrived for a while. */
export type ConnectionQuality = "good" | "fair" | "poor" | "lost";
