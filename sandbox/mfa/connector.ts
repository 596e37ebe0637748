/** The resource that tokens for the MFA service are for; its host name is older than the service's address. */
export const connectorAudience =
  'https://adnotifications.windowsazure.com/StrongAuthenticationService.svc/Connector';
