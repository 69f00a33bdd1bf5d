/** The content security policy of our pages, for helmet. `frameAncestors` is asked at every answer. */
export function contentSecurityPolicy(publicUrl: string | undefined, frameAncestors: () => readonly string[]) {
  return {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", "data:", "blob:"],
      mediaSrc: ["'self'", "blob:", "mediastream:"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'", ...(publicUrl === undefined ? [] : [publicUrl.replace(/^http/, "ws")])],
      workerSrc: ["'self'", "blob:"],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: [() => frameAncestors().join(" ")],
    },
  };
}
