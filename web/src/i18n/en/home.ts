/** The front page. */
export const home = {
  title: "ChamCall – talk face to face",
  headline: "Face to face, one link away.",
  lead: "Send a link, ring someone, or pair two devices. No account, nothing to install.",
  create: {
    title: "Start a call",
    hint: "Anyone with this link can come in, unless you set a password.",
    another: "Offer another name",
    copy: "Copy link",
    start: "Start the call",
  },
  join: {
    title: "Join a call",
    label: "Room name or link",
    go: "Join",
    invalid: "That isn’t a room. Names have letters, digits, dots and dashes.",
    elsewhere: "That room is on {{host}}. Open its link in your browser’s address bar.",
  },
  others: {
    label: "Other ways to talk",
    people: "Call someone",
    peopleText: "By their name",
    pair: "Pair devices",
    pairText: "With a short code",
  },
  recent: {
    title: "Recent rooms",
    remove: "Forget {{room}}",
    removed: "{{room}} forgotten",
  },
  foot: "Your calls run on your own server.",
} as const;
