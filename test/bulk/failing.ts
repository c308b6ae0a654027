import type { R2Bucket } from "@cloudflare/workers-types";

/** A bucket that fails at some calls, as R2 does now and then. */
export function failing(
  bucket: R2Bucket,
  method: "get" | "put" | "list" | "delete",
  fails: (key: string) => boolean,
): R2Bucket {
  return new Proxy(bucket, {
    get(target, name: keyof R2Bucket) {
      const call = target[name].bind(target) as (...args: unknown[]) => Promise<unknown>;
      if (name !== method) return call;
      return async (...args: [string, ...unknown[]]) => {
        if (fails(args[0])) throw new Error(`${method}: internal error (10001)`);
        return call(...args);
      };
    },
  });
}
