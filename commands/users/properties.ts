/**
 * The properties to ask Graph for: what the analyst named, and always what identifies the user, so that context entries
 * can be tied to each other (rule R6). Beside `*` a name still counts, since `*` leaves some properties out.
 */
export function selectedProperties(named: readonly string[]): readonly string[] {
  const always = named.includes('*') ? [] : ['id', 'userPrincipalName'];
  return [...new Set([...always, ...named])];
}
