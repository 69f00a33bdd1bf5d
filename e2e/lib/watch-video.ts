/** What a video showed while it was watched: frames painted, and how many of them differed. */
export interface Watched {
  frames: number;
  pictures: number;
}

/**
 * Runs in the page: watches the one video among the elements until it has shown `enough`. Gives up after two seconds,
 * as the page may have put another video in its place.
 */
export async function watchVideo(videos: (HTMLElement | SVGElement)[], enough: Watched): Promise<Watched> {
  const [video] = videos;
  if (!(video instanceof HTMLVideoElement) || videos.length !== 1) return { frames: 0, pictures: 0 };
  const canvas = new OffscreenCanvas(32, 18);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("No canvas to look at the picture with.");
  const pictures = new Set<string>();
  let frames = 0;
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(limit);
      video.cancelVideoFrameCallback(handle);
      resolve({ frames, pictures: pictures.size });
    };
    const look = () => {
      frames++;
      context.drawImage(video, 0, 0, 32, 18);
      pictures.add(context.getImageData(0, 0, 32, 18).data.join());
      if (frames >= enough.frames && pictures.size >= enough.pictures) finish();
      else handle = video.requestVideoFrameCallback(look);
    };
    let handle = video.requestVideoFrameCallback(look);
    const limit = setTimeout(finish, 2000);
  });
}
