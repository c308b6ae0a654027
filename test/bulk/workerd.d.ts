/// <reference types="vite/client" />

/** What these tests use of Cloudflare's plugin, whose own types exclude Node's. */
declare module "cloudflare:test" {
  type Batch = import("@cloudflare/workers-types").MessageBatch;
  type Context = import("@cloudflare/workers-types").ExecutionContext;

  export function createExecutionContext(): Context;
  export function createMessageBatch(
    queueName: string,
    messages: { id: string; timestamp: Date; attempts: number; body: unknown }[],
  ): Batch;
  export function getQueueResult(
    batch: Batch,
    context: Context,
  ): Promise<{
    explicitAcks: string[];
    retryMessages: { msgId: string; delaySeconds?: number }[];
  }>;
}
