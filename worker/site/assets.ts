/** How a static file is served. */
export interface AssetFile {
  /** Its Content-Type. */
  type: string;
  /** Of its content, in quotes. */
  etag: string;
  /** Whether its name changes with its content, so that it can be kept for ever. */
  lasting?: boolean;
}

/** What there is, by path from the page on: `{ "index.html": … }`. */
export type AssetList = Readonly<Record<string, AssetFile>>;

/** The static files that the build has made. */
export interface Assets {
  list: AssetList;
  /** Reads one of the list; of the answer only the body counts. */
  read(path: string): Promise<Response>;
}

/** What a Worker's binding to static assets does, or to a service in their place. */
interface Fetcher {
  fetch(url: string): Promise<Response>;
}

/** The files behind a binding; none where there is no binding. */
export function assetsFrom(binding: unknown, list: AssetList): Assets | undefined {
  if (!binding) return undefined;
  // A binding looks at the path alone.
  return { list, read: (path) => (binding as Fetcher).fetch(`http://assets/${path}`) };
}
