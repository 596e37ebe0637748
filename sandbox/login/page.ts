import { createHash } from 'node:crypto';
import type { Answer } from '../http/exchange.js';

const style =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}' +
  'input{font:inherit;display:block;width:100%;box-sizing:border-box;padding:.4rem;margin:.3rem 0 1rem}' +
  'button{font:inherit;padding:.4rem 1rem;margin-right:.5rem}' +
  '.alert{border-left:.3rem solid #b3261e;padding-left:.7rem}';

/** Sends the only form of a page on, for `response_mode=form_post`. */
const submitScript = 'document.forms[0].submit()';

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** @returns Text that stands for itself in HTML, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** @returns A line that a screen reader announces; nothing where there is nothing to say. */
export function alert(text: string | undefined): string {
  return text === undefined ? '' : `<p class="alert" role="alert">${escapeHtml(text)}</p>`;
}

/**
 * A page of the sign-in host.
 *
 * @param title Plain text.
 * @param body HTML, with everything from outside escaped.
 * @param options.formTargets Origins a form may send to or be redirected to, besides the page's own.
 * @param options.isSubmitted Whether the page's form sends itself.
 */
export function page(
  title: string,
  body: string,
  options: { readonly formTargets?: readonly string[]; readonly isSubmitted?: boolean } = {},
): Answer {
  const { formTargets = [], isSubmitted = false } = options;
  const policy = [
    "default-src 'none'",
    `style-src ${hashSource(style)}`,
    ...(isSubmitted ? [`script-src ${hashSource(submitScript)}`] : []),
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ];
  const script = isSubmitted ? `<script>${submitScript}</script>` : '';
  const text = [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title><style>${style}</style></head>`,
    `<body><main><h1>${escapeHtml(title)}</h1>${body}</main>${script}</body></html>`,
  ].join('\n');
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
      'cache-control': 'no-store, no-cache',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    },
    text,
  };
}
