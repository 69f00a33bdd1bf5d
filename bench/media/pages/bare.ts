import "./watch-phases.ts";
import { io } from "socket.io-client";
import { openBenchPage } from "./bench-page.ts";

// The least a WebRTC page for two can be: capture and connect side by side, the one already there offers.

openBenchPage(async (roomId, showRemote) => {
  const media = navigator.mediaDevices.getUserMedia({ video: true, audio: true });
  const socket = io({ transports: ["websocket"] });
  const pc = new RTCPeerConnection();

  const begin = (to: string) => {
    pc.onicecandidate = ({ candidate }) => socket.emit("ice-candidate", { to, candidate });
    pc.ontrack = ({ track }) => {
      if (track.kind === "video") showRemote(track);
    };
  };
  const addTracks = async () => {
    const stream = await media;
    for (const track of stream.getTracks()) pc.addTrack(track, stream);
  };

  socket.on("peer-joined", async ({ id }) => {
    begin(id);
    await addTracks();
    await pc.setLocalDescription();
    socket.emit("offer", { to: id, offer: pc.localDescription });
  });
  socket.on("offer", async ({ from, offer }) => {
    begin(from);
    await pc.setRemoteDescription(offer);
    await addTracks();
    await pc.setLocalDescription();
    socket.emit("answer", { to: from, answer: pc.localDescription });
  });
  socket.on("answer", ({ answer }) => pc.setRemoteDescription(answer));
  socket.on("ice-candidate", ({ candidate }) => pc.addIceCandidate(candidate));

  await socket.emitWithAck("join", roomId);
});
