import "./watch-phases.ts";
import { joinRoom } from "@chamcall/client";
import { openBenchPage } from "./bench-page.ts";

openBenchPage(async (roomId, showRemote) => {
  const call = await joinRoom({ roomId, displayName: "Someone" });
  call.on("trackSubscribed", ({ source, track }) => {
    if (source === "camera") showRemote(track);
  });
  for (const { camera } of call.getSnapshot().participants) if (camera) showRemote(camera);
});
