/**
 * PEM armor (RFC 7468) around a body whose white space does not matter, so that line breaks that a form lost are put
 * back.
 * @param label Such as `CERTIFICATE`. @param body Base64, with any white space.
 */
export function armor(label: string, body: string): string {
  const wrapped = body.replace(/\s+/g, '').replace(/.{64}(?=.)/g, '$&\n');
  return `-----BEGIN ${label}-----\n${wrapped}\n-----END ${label}-----\n`;
}

/** Puts line breaks in the place of the two characters that a form made of each. */
export function withLineBreaks(text: string): string {
  return text.replaceAll(/\\r|\\n/g, '\n');
}
