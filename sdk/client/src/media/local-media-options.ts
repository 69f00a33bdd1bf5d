/** What to capture at first; both on unless said otherwise. */
export interface LocalMediaOptions {
  camera?: boolean;
  microphone?: boolean;
  cameraId?: string;
  microphoneId?: string;
}
