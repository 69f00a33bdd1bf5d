import { type Call, ChamCallError, type ParticipantSnapshot } from "@chamcall/client";
import type { EmbedMedia, EmbedParticipant } from "@chamcall/protocol";
import type { EmbedBridge, EmbedCommand } from "./embed-bridge.ts";
import { runCommand } from "./run-command.ts";

/** Between the call in the frame and the page around it. */
export interface EmbeddedCall {
  joined(call: Call): void;
  left(reason: string): void;
  failed(error: ChamCallError, fatal: boolean): void;
  participantJoined(participant: ParticipantSnapshot): void;
  participantLeft(gone: { userId: string; name: string; reason: string }): void;
  command(command: EmbedCommand): void;
}

type Stage =
  /** Commands wait for the call. */
  { stage: "joining"; waiting: EmbedCommand[] } | { stage: "joined"; call: Call; stop: () => void } | { stage: "over" };

/**
 * Turns what happens in the call into events for the parent, and its commands into what happens.
 * @param giveUp ends a call that has not begun
 */
export function createEmbeddedCall(emit: EmbedBridge["emit"], giveUp: () => void): EmbeddedCall {
  let stage: Stage = { stage: "joining", waiting: [] };

  const run = (call: Call, command: EmbedCommand) =>
    void runCommand(call, command).catch((error: unknown) => {
      const { code, message } = asProblem(error);
      emit("error", { code, message, fatal: false });
    });
  const over = () => {
    if (stage.stage === "joined") stage.stop();
    stage = { stage: "over" };
  };

  return {
    joined(call) {
      const waiting = stage.stage === "joining" ? stage.waiting : [];
      const { roomId, self, participants } = call.getSnapshot();
      emit("joined", { roomId, self: participantOf(self), participants: participants.map(participantOf) });
      let told = mediaOf(self);
      const stop = call.subscribe(() => {
        const media = mediaOf(call.getSnapshot().self);
        if (media.audio === told.audio && media.video === told.video && media.screen === told.screen) return;
        told = media;
        emit("mediaChanged", media);
      });
      stage = { stage: "joined", call, stop };
      for (const command of waiting) run(call, command);
    },
    left(reason) {
      over();
      emit("left", { reason });
    },
    failed({ code, message }, fatal) {
      if (fatal) over();
      emit("error", { code, message, fatal });
    },
    participantJoined: (participant) => emit("participantJoined", participantOf(participant)),
    participantLeft: ({ userId, name, reason }) => emit("participantLeft", { userId, name, reason }),
    command(command) {
      if (stage.stage === "joined") return run(stage.call, command);
      if (stage.stage !== "joining") return;
      if (command !== "end") return void stage.waiting.push(command);
      over();
      giveUp();
      emit("left", { reason: "left" });
    },
  };
}

function participantOf(participant: ParticipantSnapshot): EmbedParticipant {
  const { userId, name } = participant;
  return { userId, name, ...mediaOf(participant) };
}

function mediaOf({ audio, video, screen }: ParticipantSnapshot): EmbedMedia {
  return { audio, video, screen };
}

/** Browsers refuse a screen share without a click, and a person may close the question. */
function asProblem(error: unknown): { code: string; message: string } {
  if (error instanceof ChamCallError) return error;
  return { code: "COMMAND_FAILED", message: error instanceof Error ? error.message : "That didn’t work." };
}
