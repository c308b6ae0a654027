/// <reference types="vite/client" />

/** What `exports` of cloudflare:workers holds in these tests. */
declare namespace Cloudflare {
  interface GlobalProps {
    mainModule: typeof import("../../worker/index.ts");
  }
}
