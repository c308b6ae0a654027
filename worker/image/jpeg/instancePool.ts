import type { TurboJpeg } from "./turboJpeg.ts";

/** Bytes of memory up to which an instance is kept for the next file. */
const MAX_KEPT_BYTES = 16 * 1024 * 1024;

/**
 * How often the decoder may stop on errors. Each time it leaves up to 1.4 KB on a stack of 64 KB,
 * because a throw does not set the stack pointer back as longjmp does.
 */
const MAX_STOPS = 32;

/** The one instance that there is at a time. */
export interface InstancePool {
  take(): TurboJpeg;
  giveBack(instance: TurboJpeg): void;
}

/**
 * Keeps an instance from one file to the next, as long as it is small and has met no error. Others
 * are let go, and used again only where the garbage collector has not come by in the meantime:
 * sixteen large files in a row would otherwise leave sixteen memories of 60 MB behind.
 */
export function instancePool(open: () => TurboJpeg): InstancePool {
  let kept: TurboJpeg | undefined;
  let dropped: WeakRef<TurboJpeg> | undefined;

  return {
    take: () => kept ?? dropped?.deref() ?? open(),
    giveBack(instance) {
      const isSound = instance.stops() === 0 && instance.memoryBytes() <= MAX_KEPT_BYTES;
      kept = isSound ? instance : undefined;
      const isUsable = !isSound && instance.stops() <= MAX_STOPS;
      dropped = isUsable ? new WeakRef(instance) : undefined;
    },
  };
}
