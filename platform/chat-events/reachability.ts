import { randomUUID } from 'node:crypto';
import { SoarError } from '../../integration/errors.js';
import { type HttpClient } from '../../integration/http/client.js';
import { type Run } from '../../integration/run.js';

/**
 * Asks a notification address what Graph asks it, to tell an address that is wrong from one that only this machine reaches.
 * @returns What to do about it, in a line.
 */
export async function reachabilityAdvice(url: string, http: HttpClient, run: Run): Promise<string> {
  const token = `Validation: ${randomUUID()}`;
  const asked = `${url}?${new URLSearchParams({ validationToken: token }).toString()}`;
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  try {
    const { status, body } = await http.send({ method: 'POST', url: asked, headers, body: '' }, run);
    if (status === 200 && body === token) {
      return `This server itself reaches ${url}: let Microsoft through to it (firewall, proxy, or a certificate that is not public). Until then chats are polled.`;
    }
    return `This server itself gets status ${status} from ${url}: correct notification_url, or what stands in front of it. Until then chats are polled.`;
  } catch (error) {
    if (!(error instanceof SoarError)) throw error;
    return `This server itself does not reach ${url} (${error.message}): correct notification_url. Until then chats are polled.`;
  }
}
