/** What the service says; a member that is null is written as nil. */
export interface MfaResponse {
  readonly sessionId: string | null;
  readonly contextId: string | null;
  /** `Success`, or what went wrong: `Result/Value`. */
  readonly value: string;
  /** Whether to ask again: `Result/Retry`. */
  readonly isRetry: boolean;
  /** `true`, `false`, or `challenge` where a code is wanted; null where the answer is not there yet. */
  readonly authenticationResult: 'true' | 'false' | 'challenge' | null;
  /** Where to ask for the outcome. */
  readonly affinityUrl: string | null;
}

/** Nobody has answered yet, and nothing is wrong. */
export const blankResponse: MfaResponse = {
  sessionId: null,
  contextId: null,
  value: 'Success',
  isRetry: false,
  authenticationResult: null,
  affinityUrl: null,
};

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function element(name: string, value: string | null): string {
  if (value === null) return `<${name} xsi:nil="true"/>`;
  return `<${name}>${value.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')}</${name}>`;
}

/**
 * The answer of the MFA service as XML.
 *
 * @param root Name of the root element.
 */
export function writeMfaResponse(
  root: 'BeginTwoWayAuthenticationResponse' | 'EndTwoWayAuthenticationResponse',
  response: MfaResponse,
): string {
  const result = [
    element('Value', response.value),
    element('Message', null),
    element('Retry', String(response.isRetry)),
    element('Exception', null),
  ].join('');
  const content = [
    element('Version', '1.0'),
    element('SessionId', response.sessionId),
    element('ContextId', response.contextId),
    `<Result>${result}</Result>`,
    element('AuthenticationResult', response.authenticationResult),
    element('AffinityUrl', response.affinityUrl),
  ].join('');
  return `<${root} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${content}</${root}>`;
}
