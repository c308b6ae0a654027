import type { GenericSchema } from "valibot";
import type { parameters } from "../../protocols/parameters.ts";

/** Something that is sent or answered, by its media type. */
export type Content = Readonly<Record<string, { schema: object | GenericSchema }>>;

/** What a request of an operation sends, so that its answer can be shown. */
export type Request = RequestInit | undefined;

/** An operation of the API, as far as its schemas do not say it. */
export interface Operation {
  method: "get" | "post";
  path: string;
  id: string;
  tag: string;
  summary: string;
  description?: string;
  /** In the query. */
  parameters?: (keyof typeof parameters)[];
  headers?: Readonly<Record<string, { description: string; schema: object }>>;
  body?: Content;
  answer: Content;
  /** The request whose answer is shown. */
  example?: Request;
  /** How it may refuse, beside what any operation may. */
  errors?: number[];
  /** Whether it is open to those without a token. */
  open?: boolean;
}
