/**
 * The least that a Worker can do with an upload: read it, and answer as many bytes as the service.
 * `npm run bench:http` shows with it what the middleware costs that the baseline has.
 */
const ANSWER = '{"status":"ok","predictions":[{"prediction":7,"probability":0.996941328048706}]}';

export default {
  async fetch(request: Request): Promise<Response> {
    await request.arrayBuffer();
    return new Response(ANSWER, { headers: { "Content-Type": "application/json" } });
  },
};
