/** Whether camera and microphone were on in a call, so that nobody is on air again after a reload. */
export interface CallSwitches {
  callId: string;
  camera: boolean;
  microphone: boolean;
}

const key = "chamcall.call";
const none: CallSwitches = { callId: "", camera: false, microphone: false };
/** Where storage is forbidden. */
let remembered = none;

/** Of the call in this browser. Read anew each time: another tab may have had the call in between. */
export const callSwitches = {
  get(): CallSwitches {
    try {
      return parse(localStorage.getItem(key));
    } catch {
      return remembered;
    }
  },
  set(switches: CallSwitches): void {
    remembered = switches;
    try {
      localStorage.setItem(key, JSON.stringify(switches));
    } catch {
      // Private mode or a full disk: a reload opens what the call began with.
    }
  },
};

function parse(json: string | null): CallSwitches {
  const value: unknown = JSON.parse(json ?? "null");
  if (typeof value !== "object" || value === null) return none;
  const { callId, camera, microphone } = value as Record<string, unknown>;
  if (typeof callId !== "string" || typeof camera !== "boolean" || typeof microphone !== "boolean") return none;
  return { callId, camera, microphone };
}
