/** The frame in another page, where it can't show its call; who reads it is building that page. */
export const embed = {
  title: "This call can’t be shown",
  "no-room": "The address of the frame names no room. Give it a roomId.",
  "no-token":
    "The address of the frame has no token. Get one for this person on your server and give it in the fragment.",
  "bad-parameter": "The parameter {{parameter}} of the frame’s address has a value that isn’t valid.",
  over: "You have left the call.",
} as const;
