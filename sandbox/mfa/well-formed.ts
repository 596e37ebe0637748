const tag = /<(\/?)([A-Za-z_][\w.-]*(?::[\w.-]+)?)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g;

/**
 * Whether a text is plain, well-formed XML: one root, every element closed, only the five entities that every XML has.
 * Document types, comments and CDATA sections are refused, because no client of the MFA service has a use for them.
 *
 * @param text With or without an XML declaration.
 */
export function isPlainXml(text: string): boolean {
  const content = text.replace(/^\uFEFF?<\?xml [^<>]*\?>/, '').trim();
  if (/&(?!(?:amp|lt|gt|quot|apos);)/.test(content)) return false;
  const open: string[] = [];
  let end = 0;
  for (const match of content.matchAll(tag)) {
    const [whole, closes, name = '', attributes, isEmpty] = match;
    const before = content.slice(end, match.index);
    const isOutside = open.length === 0;
    if (before.includes('<') || (isOutside && (match.index > 0 || closes !== ''))) return false;
    end = match.index + whole.length;
    if (closes !== '') {
      if (open.pop() !== name || attributes !== '' || isEmpty !== '') return false;
    } else if (isEmpty === '') {
      open.push(name);
    }
  }
  return end > 0 && end === content.length && open.length === 0;
}
