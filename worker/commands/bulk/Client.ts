import { setTimeout as sleep } from "node:timers/promises";
import type { ListedObject, ObjectPage } from "../../bulk/control.ts";
import type { BulkMessage } from "../../bulk/messages.ts";
import { MOST_MESSAGES } from "../../bulk/sendAll.ts";

/** How often a request is tried, and milliseconds between the first two times. */
const ATTEMPTS = 3;
const PAUSE = 500;

/** Talks to the bulk Worker, wherever it runs. */
export class Client {
  readonly url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.url = url;
    this.#token = token;
  }

  /** The objects whose keys begin so, in the order of their keys. */
  async list(prefix: string): Promise<ListedObject[]> {
    const found: ListedObject[] = [];
    let cursor: string | undefined;
    do {
      const response = await this.#ask("GET", "/objects", {
        prefix,
        ...(cursor !== undefined && { cursor }),
      });
      const page = (await response.json()) as ObjectPage;
      found.push(...page.objects);
      cursor = page.cursor;
    } while (cursor !== undefined);
    return found;
  }

  /** What an object holds. */
  async get(key: string): Promise<Response> {
    return this.#ask("GET", "/object", { key });
  }

  async put(key: string, body: Blob): Promise<void> {
    await this.#ask("PUT", "/object", { key }, body);
  }

  async remove(key: string): Promise<void> {
    await this.#ask("DELETE", "/object", { key });
  }

  /** Puts messages into the queue. */
  async send(messages: BulkMessage[]): Promise<void> {
    for (let i = 0; i < messages.length; i += MOST_MESSAGES) {
      await this.#ask(
        "POST",
        "/messages",
        {},
        JSON.stringify(messages.slice(i, i + MOST_MESSAGES)),
      );
    }
  }

  async #ask(
    method: string,
    path: string,
    query: Record<string, string>,
    body: string | Blob | null = null,
  ): Promise<Response> {
    const url = new URL(path, this.url);
    url.search = new URLSearchParams(query).toString();
    const init = { method, body, headers: { Authorization: `Bearer ${this.#token}` } };
    const response = await this.#reach(url, init);
    if (response.ok) return response;
    if (response.status === 401)
      throw new Error(`${this.url} does not know the token in BULK_TOKEN`);
    throw new Error(`${this.url} answers ${response.status}: ${await response.text()}`);
  }

  /** Asks again where the connection breaks: nothing here comes to harm by being done twice. */
  async #reach(url: URL, init: RequestInit): Promise<Response> {
    let cause: unknown;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      await sleep(attempt * PAUSE);
      try {
        return await fetch(url, init);
      } catch (error) {
        cause = error;
      }
    }
    throw new Error(
      `nothing answers on ${this.url}: start it with npm run bulk, or name it by --url`,
      { cause },
    );
  }
}
