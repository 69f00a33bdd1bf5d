/** How these tests start Chromium: what it is told always, and what belongs to the person in front of it. */
const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

const plain = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
/** A camera with a moving picture and a microphone with a beep. */
const devices = ["--use-fake-device-for-media-stream"];
/** Every question for camera, microphone or screen is answered with yes. */
const yes = ["--use-fake-ui-for-media-stream"];

interface LaunchOptions {
  executablePath: string;
  args: string[];
}

/** A browser by what its machine and its person have. */
export const launchOptions = {
  devicesAndConsent: { executablePath, args: [...plain, ...devices, ...yes] },
  /** Permissions count as the browser context has them. */
  devicesOnly: { executablePath, args: [...plain, ...devices] },
  neither: { executablePath, args: plain },
} as const satisfies Record<string, LaunchOptions>;
