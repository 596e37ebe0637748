import { type GraphPath } from './path.js';

/** The part of Graph that a path leads to; each throttles by itself (Graph: throttling limits). */
export function workloadOf({ text }: GraphPath): string {
  const segments = text.split(/[/?(]/);
  if (segments.includes('chats') || segments.includes('teams')) return 'teams';
  return segments.includes('authentication') ? 'authentication' : 'directory';
}
