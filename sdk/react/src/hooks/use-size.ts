import { type RefObject, useLayoutEffect, useState } from "react";

/** Inner size of an element in CSS pixels. `byWindow`: the last change came with a change of the window's size. */
export interface Size {
  width: number;
  height: number;
  byWindow: boolean;
}

/** Follows an element's size; undefined until it is measured. */
export function useSize(ref: RefObject<HTMLElement | null>): Size | undefined {
  const [size, setSize] = useState<Size>();
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    let outer = `${innerWidth}x${innerHeight}`;
    const measure = () => {
      const now = `${innerWidth}x${innerHeight}`;
      setSize({ width: element.clientWidth, height: element.clientHeight, byWindow: now !== outer });
      outer = now;
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
