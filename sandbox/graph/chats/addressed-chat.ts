import type { Call } from '../../http/exchange.js';

/** @returns ID of the chat below which a call goes, decoded; undefined where it goes below none. */
export function addressedChat({ path }: Call): string | undefined {
  const encoded = /\/chats(?:\/([^/]+)|\('([^/]+)'\))/i.exec(path)?.slice(1).find(Boolean);
  try {
    return encoded === undefined ? undefined : decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}
