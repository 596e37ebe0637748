/**
 * The properties to ask Graph for: what the analyst named, and always what identifies the user, so that context entries
 * can be tied to each other (rule R6).
 */
export function selectedProperties(named: readonly string[]): readonly string[] {
  return named.includes('*') ? ['*'] : [...new Set(['id', 'userPrincipalName', ...named])];
}
