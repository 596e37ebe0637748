import { type ContextOutput } from '../../integration/results/command-result.js';

/**
 * What effects on chats leave in the context besides what is known there: a root of its own (rule R26).
 * @param actions Each with `ID` of the chat or membership, and `Action`.
 */
export function teamsActions(actions: readonly Readonly<Record<string, unknown>>[]): ContextOutput {
  return { prefix: 'MSGraphTeamsAction', key: ['ID', 'Action'], value: actions };
}
