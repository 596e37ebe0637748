/** Where the sandbox knowingly differs from Entra ID and Microsoft Graph; printed when it starts. */
export const deviations: readonly string[] = [
  'It speaks plain HTTP on the loopback interface, and sign-in and Graph share one origin.',
  'Only client credentials with a secret sign in: no sign-in page, no users, no certificates.',
  'Only users are modeled: list, count, get, update, manager, direct reports, session revocation, $batch.',
  'Who may act on an administrator is simplified: the application needs any Entra role, whichever.',
  'Password rules are length and character classes; there is no list of banned passwords.',
  'Writes are seen at once, sessions are revoked at once, and a directory synchronization never runs.',
  '$expand knows the manager only.',
  'A refusal whose text Microsoft does not document uses the text that is commonly seen.',
  'Requests are counted in resource units, but throttled only where a fault is switched on.',
  'Access tokens are signed with a key that is no secret; nothing else trusts it.',
];
