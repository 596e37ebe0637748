import { type HttpAnswer } from '../http/client.js';
import { isJsonObject, parseJson } from '../json.js';
import { type Secret } from '../secret.js';

const MASK = '***';

/**
 * An answer in which none of the secrets stands that its request carried: some services repeat in their refusal what
 * they were given (rule R10).
 * @param answer The answer; it is handed back as it is where there is nothing to hide.
 */
export function withoutSecrets<Answer extends HttpAnswer>(
  answer: Answer,
  secrets: readonly Secret[],
): Answer {
  const texts = secrets.filter((secret) => !secret.isEmpty).map((secret) => secret.reveal());
  if (texts.length === 0 || answer.body === '') return answer;
  const parsed = parseJson(answer.body);
  const body =
    parsed === undefined
      ? masked(answer.body, texts.flatMap(formsOf))
      : JSON.stringify(inside(parsed, texts));
  return { ...answer, body };
}

/** In JSON the values are masked, not its text: what is escaped there is found, and its structure stays. */
function inside(value: unknown, texts: readonly string[]): unknown {
  if (typeof value === 'string') return masked(value, texts.flatMap(formsOf));
  if (Array.isArray(value)) return value.map((item) => inside(item, texts));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inside(item, texts)]));
}

function masked(text: string, forms: readonly string[]): string {
  return forms.reduce((rest, form) => rest.replaceAll(form, MASK), text);
}

/** A secret as it is, and as JSON, a page or an address (which takes well-formed text only) would write it. */
function formsOf(secret: string): readonly string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const html = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const address = encodeURIComponent(Buffer.from(secret).toString());
  return [...new Set([secret, json, html, html.replaceAll('"', '&quot;'), address])];
}
