/** Where the sandbox knowingly differs from Entra ID and Microsoft Graph; printed when it starts. */
export const deviations: readonly string[] = [
  'It speaks plain HTTP on the loopback interface, and sign-in and Graph share one origin.',
  'Only client credentials with a secret sign in: no sign-in page, no users, no certificates.',
  'Only users are modeled (list, count, get, manager, direct reports), and they cannot be changed.',
  '$expand knows the manager only.',
  'A refusal whose text Microsoft does not document uses the text that is commonly seen.',
  'Requests are counted in resource units, but never throttled.',
  'Access tokens are signed with a key that is no secret; nothing else trusts it.',
];
