import { type FastifyPluginCallback } from 'fastify';

/** `GET /healthz`: whether the server answers; it says nothing else, because nobody is asked for a key. */
export const healthRoute: FastifyPluginCallback = (app, _options, done) => {
  app.get('/healthz', { config: { access: 'open' } }, () => ({ status: 'ok' }));
  done();
};
