import { type IncomingMessage, request } from 'node:http';
import { incidentIn, type KeptIncident } from '../platform/serve/incidents/journal-line.js';

/**
 * Follows the incidents of a server as server-sent events.
 * @param url The server's address. @param count How many to wait for. @param after The event that was had before.
 */
export async function incidentsFrom(
  url: string,
  key: string,
  count: number,
  after = 0,
): Promise<readonly KeptIncident[]> {
  const headers = {
    authorization: `Bearer ${key}`,
    accept: 'text/event-stream',
    ...(after > 0 && { 'last-event-id': String(after) }),
  };
  const sent = request(`${url}/incidents`, { headers, agent: false }).end();
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    sent.once('response', resolve);
    sent.once('error', reject);
  });
  if (answer.statusCode !== 200) throw new Error(`The server answered ${answer.statusCode ?? 0}.`);
  const found: KeptIncident[] = [];
  let text = '';
  answer.setEncoding('utf8');
  for await (const chunk of answer) {
    text += String(chunk);
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    found.push(...events.flatMap((event) => incidentIn(/^data: (.*)$/m.exec(event)?.[1] ?? '') ?? []));
    if (found.length >= count) break;
  }
  sent.destroy();
  return found;
}
