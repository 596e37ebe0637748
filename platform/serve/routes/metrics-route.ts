import { type FastifyPluginCallback } from 'fastify';
import { type Metrics } from '../metrics/metrics.js';

/** `GET /metrics`: what the server counted, for Prometheus. */
export const metricsRoute: FastifyPluginCallback<{ readonly metrics: Metrics }> = (
  app,
  { metrics },
  done,
) => {
  app.get('/metrics', { config: { access: 'read' } }, async (_request, reply) => {
    const { type, text } = await metrics.read();
    return reply.header('Content-Type', type).send(text);
  });
  done();
};
