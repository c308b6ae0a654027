/** Headers of what changes with a deployment only. Seconds; without `public`, a token keeps it private. */
export const CONSTANT = { "Cache-Control": "max-age=300" };
