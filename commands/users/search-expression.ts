const searched = ['displayName', 'mail', 'userPrincipalName'];

const quoted = (clause: string): string => `"${clause.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/**
 * The value of Graph's `$search` for what an analyst types: bare words are looked for in name, mail and user principal
 * name, `property:words` in that property, and text in Graph's own quotes goes as it is.
 */
export function searchExpression(text: string): string {
  if (text.startsWith('"')) return text;
  if (/^[A-Za-z]+:/.test(text)) return quoted(text);
  return searched.map((property) => quoted(`${property}:${text}`)).join(' OR ');
}
