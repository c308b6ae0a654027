import type { DigitService } from "mnist-classifier/cloudflare";

interface Env {
  DIGITS: Service<typeof DigitService>;
}

export default {
  async fetch(request, env) {
    const answer = await env.DIGITS.classify(await request.bytes());
    if ("error" in answer) return Response.json(answer, { status: answer.error.status });
    return Response.json({ digit: answer.digit, probability: answer.probability });
  },
} satisfies ExportedHandler<Env>;
