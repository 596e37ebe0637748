import { type MethodKindName } from '../commands/authentication-methods/method-kind.js';

/** Somebody on the sandbox who has a method of a kind, and what is known of it. For tests. */
export interface SampleMethod {
  readonly kind: MethodKindName;
  readonly user: string;
  readonly id: string;
  readonly collection: string;
  readonly title: string;
  readonly columns: string;
  readonly root: string;
  /** Some of what the context holds. */
  readonly context: Readonly<Record<string, unknown>>;
  readonly sentence: (id: string, user: string) => string;
  readonly empty: string;
}

const MOBILE = '3179e48a-750b-4051-897c-87b9720928f7';

/** One of each kind. */
export const samples: readonly SampleMethod[] = [
  {
    kind: 'fido2',
    user: 'omar@contoso.example',
    id: '26c16c70-43fc-470f-aa59-1cf502a0e0b3',
    collection: 'fido2Methods',
    title: 'FIDO2 Authentication Method',
    columns: '|Authentication method ID|The display name of the key|Authenticator Attestation GUID|',
    root: 'MSGraphUser.FIDO2Method',
    context: { DisplayName: 'Key of Omar', AaGuid: '2fc0579f-8113-47ea-b116-bb5a8db9202a' },
    sentence: (id) =>
      `The user's FIDO2 Security Key Authentication Method ${id} has been successfully deleted.`,
    empty: 'FIDO2',
  },
  {
    kind: 'email',
    user: 'lucia@contoso.example',
    id: '3ddfcfc8-9383-446f-83cc-3ab9be4be18f',
    collection: 'emailMethods',
    title: 'Email Authentication Method',
    columns: '|ID|Email Address|',
    root: 'MSGraphUser.EmailAuthMethod',
    context: { EmailAddress: 'lucia@home.example' },
    sentence: (id) => `The user's Email Authentication Method object ${id} has been successfully deleted.`,
    empty: 'Email',
  },
  {
    kind: 'authenticator',
    user: 'mei@contoso.example',
    id: '452d581e-24f3-4510-af7e-4e2681a2870e',
    collection: 'microsoftAuthenticatorMethods',
    title: 'Microsoft Authenticator Authentication Method',
    columns: '|Authentication method ID|Device Name|Version of the Authenticator app|',
    root: 'MSGraphUser.UserAuthMethod',
    context: { DisplayName: 'Phone of Mei', PhoneAppVersion: '6.2603.1' },
    sentence: (id, user) =>
      `Microsoft Authenticator authentication method ${id} was successfully deleted for user ${user}.`,
    empty: 'Microsoft Authenticator',
  },
  {
    kind: 'phone',
    user: 'temp42@contoso.example',
    id: MOBILE,
    collection: 'phoneMethods',
    title: 'Phone Authentication Method',
    columns: '|Phone ID|Phone Number|Phone Type|Sms SignIn State|',
    root: 'MSGraphUser.PhoneAuthMethod',
    context: { PhoneType: 'mobile', SmsSignInState: 'notAllowedByPolicy' },
    sentence: (id) => `The user's phone authentication method object id ${id} has been successfully deleted.`,
    empty: 'Phone',
  },
  {
    kind: 'software-oath',
    user: 'mei@contoso.example',
    id: '61281ff0-b99f-457a-a478-8242444b3fd4',
    collection: 'softwareOathMethods',
    title: 'Software OATH Authentication Method',
    columns: '|Authentication method ID|',
    root: 'MSGraphUser.SoftOathAuthMethod',
    context: { CreatedDateTime: '2024-02-20T13:05:00Z' },
    sentence: (id) =>
      `The user's Software OATH token authentication method object id ${id} has been successfully deleted.`,
    empty: 'Software OATH',
  },
  {
    kind: 'windows-hello',
    user: 'george@contoso.example',
    id: '4075dc7a-fcb0-4e1e-afd4-91002233dca0',
    collection: 'windowsHelloForBusinessMethods',
    title: 'Windows Hello for Business Authentication Method',
    columns: '|Windows Hello Method ID|Display Name|Method Key Strength|',
    root: 'MSGraphUser.WindowsHelloAuthMethod',
    context: { DisplayName: 'LAPTOP-E1007', KeyStrength: 'normal' },
    sentence: (id) =>
      `The Windows Hello For Business Authentication Method object id ${id} has been successfully deleted.`,
    empty: 'Windows Hello for Business',
  },
  {
    kind: 'temp-access-pass',
    user: 'george@contoso.example',
    id: '1d9e9ed9-c8d4-4b39-a2f0-c77ee178e2df',
    collection: 'temporaryAccessPassMethods',
    title: 'Temporary Access Pass Method',
    columns: '|Temporary Access Pass ID|Authentication method state|',
    root: 'MSGraphUser.TempAccessPassAuthMethod',
    context: { IsUsableOnce: false, LifetimeInMinutes: 480 },
    sentence: (id) =>
      `The user's Temporary Access Pass Authentication Method object ${id} has been successfully deleted.`,
    empty: 'Temporary Access Pass',
  },
  {
    kind: 'platform-credential',
    user: 'ravi@contoso.example',
    id: '541d56c8-63c2-4a8d-a70b-f3724c788b5f',
    collection: 'platformCredentialMethods',
    title: 'Platform Credential Authentication Method',
    columns: '|ID|Display Name|Platform|Key Strength|',
    root: 'MSGraphUserPlatformCredentialMethod',
    context: { DisplayName: 'MacBook of Ravi', Platform: 'macOS' },
    sentence: (id) =>
      `The user's Platform Credential Authentication Method object ${id} has been successfully deleted.`,
    empty: 'Platform Credential',
  },
  {
    kind: 'external',
    user: 'ravi@contoso.example',
    id: '634d601c-d667-4468-add2-7f0e08eaafdb',
    collection: 'externalAuthenticationMethods',
    title: 'External Authentication Method',
    columns: '|ID|Display Name|Configuration ID|',
    root: 'MSGraphUserExternalMethod',
    context: { DisplayName: 'Contoso Second Factor' },
    sentence: (id) => `The user's External Authentication Method object ${id} has been successfully deleted.`,
    empty: 'External',
  },
];
