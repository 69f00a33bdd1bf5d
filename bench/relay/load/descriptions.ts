import { type Template, template } from "./template.ts";

const fingerprint = "7B:8B:F0:65:5F:78:E2:51:3B:AC:6F:F3:3F:46:1B:35:DC:B8:5F:64:1A:24:C2:43:F0:A1:58:D0:A1:2C:19:08";

const transport = (mid: number, setup: string) => [
  "c=IN IP4 0.0.0.0",
  "a=rtcp:9 IN IP4 0.0.0.0",
  "a=ice-ufrag:k9Xw",
  "a=ice-pwd:vX2bTqkQmT0Z3sYc8dWf1hLp",
  "a=ice-options:trickle",
  `a=fingerprint:sha-256 ${fingerprint}`,
  `a=setup:${setup}`,
  `a=mid:${mid}`,
  "a=sendrecv",
  "a=rtcp-mux",
];

/** Audio and video with a common choice of codecs. The session id, which browsers fill with a number, carries the sequence. */
function sdp(setup: string): string {
  return [
    "v=0",
    "o=- SEQUENCE 2 IN IP4 127.0.0.1",
    "s=-",
    "t=0 0",
    "a=group:BUNDLE 0 1",
    "a=extmap-allow-mixed",
    "a=msid-semantic: WMS 9f1f3f0e-7b7e-4c1c-8f1b-6d7b0e7c2a11",
    "m=audio 9 UDP/TLS/RTP/SAVPF 111",
    ...transport(0, setup),
    "a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level",
    "a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time",
    "a=rtpmap:111 opus/48000/2",
    "a=rtcp-fb:111 transport-cc",
    "a=fmtp:111 minptime=10;useinbandfec=1",
    "a=ssrc:3570614608 cname:4TOk42mSjXCkVIa6",
    "m=video 9 UDP/TLS/RTP/SAVPF 96 97 102 103",
    ...transport(1, setup),
    "a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time",
    "a=extmap:13 urn:3gpp:video-orientation",
    "a=rtcp-rsize",
    "a=rtpmap:96 VP8/90000",
    "a=rtcp-fb:96 goog-remb",
    "a=rtcp-fb:96 transport-cc",
    "a=rtcp-fb:96 ccm fir",
    "a=rtcp-fb:96 nack",
    "a=rtcp-fb:96 nack pli",
    "a=rtpmap:97 rtx/90000",
    "a=fmtp:97 apt=96",
    "a=rtpmap:102 H264/90000",
    "a=rtcp-fb:102 goog-remb",
    "a=rtcp-fb:102 transport-cc",
    "a=rtcp-fb:102 ccm fir",
    "a=rtcp-fb:102 nack",
    "a=rtcp-fb:102 nack pli",
    "a=fmtp:102 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42001f",
    "a=rtpmap:103 rtx/90000",
    "a=fmtp:103 apt=102",
    "a=ssrc-group:FID 2231627014 632943048",
    "a=ssrc:2231627014 cname:4TOk42mSjXCkVIa6",
    "a=ssrc:632943048 cname:4TOk42mSjXCkVIa6",
    "",
  ].join("\r\n");
}

export const offer: Template = template("offer", { type: "offer", sdp: sdp("actpass") }, '"v=0\\r\\no=- ');
export const answer: Template = template("answer", { type: "answer", sdp: sdp("active") }, '"v=0\\r\\no=- ');
