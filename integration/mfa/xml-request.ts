/** Whom to ask for a second factor, and in which way. */
export interface BeginRequest {
  /** User principal name. */
  readonly user: string;
  /** GUID that this request is known by. */
  readonly contextId: string;
  /** Whether the answer is to wait for the person. */
  readonly isSync: boolean;
}

/** Which request to ask after. */
export interface EndRequest {
  readonly user: string;
  readonly contextId: string;
  readonly sessionId: string;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function element(name: string, text: string): string {
  return `<${name}>${text.replace(/[&<>"']/g, (character) => entities[character] ?? '')}</${name}>`;
}

/** A dictionary as .NET's data contracts write it. */
const properties =
  '<AuthenticationMethodProperties xmlns:a="http://schemas.microsoft.com/2003/10/Serialization/Arrays">' +
  `<a:KeyValueOfstringstring>${element('a:Key', 'OverrideVoiceOtp')}${element('a:Value', 'false')}</a:KeyValueOfstringstring>` +
  '</AuthenticationMethodProperties>';

/**
 * The request that prompts somebody. It demands a push: without that the service asks by the default method, and where
 * that is none to push it answers at once without prompting anybody.
 */
export function beginRequest({ user, contextId, isSync }: BeginRequest): string {
  const content = [
    element('Version', '1.0'),
    element('UserPrincipalName', user),
    element('Lcid', 'en-us'),
    properties,
    element('AuthenticationMethodId', 'PhoneAppNotification'),
    element('ContextId', contextId),
    element('SyncCall', String(isSync)),
    element('RequireUserMatch', 'true'),
    element('CallerName', 'radius'),
    element('CallerIP', 'UNKNOWN:'),
  ];
  return `<BeginTwoWayAuthenticationRequest>${content.join('')}</BeginTwoWayAuthenticationRequest>`;
}

/** The request for what became of a prompt; unlike another Begin it prompts nobody. */
export function endRequest({ user, contextId, sessionId }: EndRequest): string {
  const content = [
    element('Version', '1.0'),
    element('SessionId', sessionId),
    element('ContextId', contextId),
    '<AdditionalAuthData xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"/>',
    element('UserPrincipalName', user),
  ];
  return `<EndTwoWayAuthenticationRequest>${content.join('')}</EndTwoWayAuthenticationRequest>`;
}
