/** 127.0.0.0/8, ::1 and localhost, in the form the URL parser leaves them. */
const LOOPBACK = /^(127\.\d+\.\d+\.\d+|\[::1\]|localhost)$/;

/** Either an address or what is wrong with it, as the end of a sentence that begins with the field. */
export type Parsed = { readonly url: URL } | { readonly problem: string };

/** An absolute address over https; over http only to this machine, where nobody can listen in. */
export function parseAddress(text: string): Parsed {
  if (!URL.canParse(text)) return { problem: 'must be an absolute address that begins with https://' };
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.test(url.hostname))) {
    return { problem: 'must begin with https:// (http:// only for 127.0.0.1, ::1 or localhost)' };
  }
  if (url.username !== '' || url.password !== '') {
    return { problem: 'must not hold a user name or a password' };
  }
  return { url };
}

/**
 * The address of a server: an {@link parseAddress address} without a query, and without a path other than a version of
 * Graph, which is cut off. `url.origin` of the answer is what to keep.
 */
export function parseServer(text: string): Parsed {
  const parsed = parseAddress(text);
  if ('problem' in parsed) return parsed;
  const { url } = parsed;
  if (/[?#]/.test(text)) return { problem: 'must not hold a query or a fragment' };
  if (!/^\/*((v1\.0|beta)\/*)?$/.test(url.pathname)) return { problem: 'must be a server without a path' };
  return parsed;
}
