/**
 * Whatever a process that only wants an application's token does not need. It stands behind one import, made when
 * something of it is first asked for, because every further import of the kind costs the bundle, and so each start, one
 * more file.
 */
export { answerControl } from './control/answer-control.js';
export { answerChat } from './graph/chats/answer-chat.js';
export { answerSubscription } from './graph/subscriptions/answer-subscription.js';
export { answerAuthorize } from './login/authorize.js';
export { checkAssertion } from './login/client-assertion.js';
export { answerDeviceCode } from './login/device-grant.js';
export { answerDeviceLogin } from './login/device-login.js';
export { instanceDiscovery, keysDocument, openIdConfiguration } from './login/discovery.js';
export { grantToUser } from './login/user-grants.js';
export { answerV1TokenRequest } from './login/v1-token-endpoint.js';
export { answerManagedIdentity } from './managed-identity/managed-identity.js';
export { answerMfa } from './mfa/mfa-service.js';
export { openNotifier } from './notifications/notifier.js';
export { answerOProxy } from './oproxy/oproxy.js';
export { obtainCode, signInPerson } from './sign-in.js';
