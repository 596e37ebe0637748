import { GraphPath } from '../graph/path.js';
import { isJsonObject } from '../json.js';
import { type EffectiveSchema } from '../manifest/effective-schema.js';

/**
 * Refuses a link of Graph's that came back through an argument and leads to another host, before anything is sent
 * (rule R2). That it leads to the right kind of thing is seen where it is followed.
 * @param args As bound. @param graphUrl The configured Graph origin.
 * @throws ArgumentError
 */
export function checkGraphLinks(args: unknown, schema: EffectiveSchema, graphUrl: string): void {
  if (!isJsonObject(args)) return;
  for (const [name, { format }] of Object.entries(schema.properties)) {
    const link = args[name];
    if (format === 'graph-link' && typeof link === 'string') GraphPath.checkLink(name, link, graphUrl);
  }
}
