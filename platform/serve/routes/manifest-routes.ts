import { type FastifyPluginCallback } from 'fastify';
import { manifest } from '../../../generated/manifest.js';
import { type ExampleArguments } from '../openapi/command-schemas.js';
import { openApiDocument } from '../openapi/document.js';

/** What the routes work with. */
export interface ManifestRouteServices {
  /** The address of the server, as clients reach it. */
  readonly url: () => string;
  readonly exampleArguments: ExampleArguments;
}

/** `GET /manifest` and `GET /openapi.json`: what the server can do, for platforms and for tools. */
export const manifestRoutes: FastifyPluginCallback<ManifestRouteServices> = (app, services, done) => {
  let document: Promise<object> | undefined;
  app.get('/manifest', { config: { access: 'read' } }, () => manifest);
  app.get('/openapi.json', { config: { access: 'read' } }, () => {
    document ??= openApiDocument(services.url(), services.exampleArguments);
    return document;
  });
  done();
};
