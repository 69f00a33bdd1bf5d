/** What comes from a participant, named as in the participant's snapshot. */
export interface RemoteTracks {
  readonly microphone?: MediaStreamTrack | undefined;
  readonly camera?: MediaStreamTrack | undefined;
  readonly screenVideo?: MediaStreamTrack | undefined;
  readonly screenAudio?: MediaStreamTrack | undefined;
}
