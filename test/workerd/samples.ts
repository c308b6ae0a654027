const files = import.meta.glob<string>("../../samples/*.{png,jpg}", {
  query: "?inline",
  import: "default",
  eager: true,
});

/** A sample's bytes; workerd has no file system, so the files come with the test as data URLs. */
export function sample(name: string): Uint8Array<ArrayBuffer> {
  const base64 = files[`../../samples/${name}`].split(",")[1];
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
