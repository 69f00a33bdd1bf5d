import { drawFigure } from "./draw-figure.ts";
import { drawRoom } from "./draw-room.ts";
import { drawSlide } from "./draw-slide.ts";
import type { Look } from "./look.ts";

/** What someone's browser captures in a picture. */
export interface Scene {
  readonly look: Look;
  /** Whether the microphone hears a voice. */
  readonly talking: boolean;
  /** Pixels; the picture is 16:9. */
  readonly cameraWidth: number;
}

/** An init script's source: camera, microphone and screen of the page are drawn and played instead of captured. */
export function studio(scene: Scene): string {
  return `(${installStudio})(${JSON.stringify(scene)}, ${drawRoom}, ${drawFigure}, ${drawSlide})`;
}

/** Runs in the page, before its own scripts; what it calls is handed in, as it can't import. */
function installStudio(
  { look, talking, cameraWidth }: Scene,
  room: typeof drawRoom,
  figure: typeof drawFigure,
  slide: typeof drawSlide,
): void {
  const devices = navigator.mediaDevices;
  const film = (width: number, height: number, draw: (context: CanvasRenderingContext2D, seconds: number) => void) => {
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width, height });
    const context = canvas.getContext("2d");
    if (!context) throw new Error("No canvas to draw with.");
    context.scale(width / 1280, height / 720);
    const began = performance.now();
    const paint = () => draw(context, (performance.now() - began) / 1000);
    paint();
    setInterval(paint, 200);
    const [track] = canvas.captureStream(5).getVideoTracks();
    if (!track) throw new Error("A canvas without a track.");
    return track;
  };
  const layer = () => {
    const context = new OffscreenCanvas(1280, 720).getContext("2d");
    if (!context) throw new Error("No canvas to draw with.");
    return context;
  };

  const camera = () => {
    const background = layer();
    room(background, look);
    const person = layer();
    return film(cameraWidth, (cameraWidth / 16) * 9, (context, seconds) => {
      person.reset();
      person.translate(640 + 6 * Math.sin(seconds / 3), 716 + 3 * Math.sin(seconds));
      person.rotate(0.012 * Math.sin(seconds / 2));
      person.scale(3.45, 3.45);
      figure(person, look, seconds % 5 > 4.85);
      context.drawImage(background.canvas, 0, 0);
      context.drawImage(person.canvas, 0, 0);
    });
  };
  const microphone = () => {
    const audio = new AudioContext();
    const destination = audio.createMediaStreamDestination();
    const voice = new OscillatorNode(audio, { frequency: 190 });
    voice.connect(new GainNode(audio, { gain: talking ? 0.4 : 0 })).connect(destination);
    voice.start();
    const [track] = destination.stream.getAudioTracks();
    if (!track) throw new Error("A destination without a track.");
    return track;
  };

  devices.getUserMedia = async ({ audio, video } = {}) =>
    new MediaStream([...(video ? [camera()] : []), ...(audio ? [microphone()] : [])]);
  devices.getDisplayMedia = async () => {
    const page = layer();
    slide(page);
    return new MediaStream([film(1280, 720, (context) => context.drawImage(page.canvas, 0, 0))]);
  };
  const device = (kind: MediaDeviceKind, deviceId: string, label: string) => {
    const info = { kind, deviceId, label, groupId: "studio" };
    return { ...info, toJSON: () => info };
  };
  devices.enumerateDevices = async () => [
    device("audioinput", "microphone", "Built-in microphone"),
    device("videoinput", "camera", "Built-in camera"),
  ];
}
