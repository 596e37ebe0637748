import { type MethodKindName } from './method-kind.js';

/** Lines that work as they stand on the sandbox, for the two commands of each kind. */
export const methodExamples: Readonly<
  Record<MethodKindName, { readonly list: readonly string[]; readonly delete: readonly string[] }>
> = {
  fido2: {
    list: [
      '!msgraph-user-fido2-method-list user=george@contoso.example',
      '!msgraph-user-fido2-method-list user=omar@contoso.example method_id=26c16c70-43fc-470f-aa59-1cf502a0e0b3',
    ],
    delete: [
      '!msgraph-user-fido2-method-delete user=omar@contoso.example method_id=26c16c70-43fc-470f-aa59-1cf502a0e0b3 reason="Key lost"',
    ],
  },
  email: {
    list: ['!msgraph-user-email-method-list user=lucia@contoso.example'],
    delete: ['!msgraph-user-email-method-delete user=lucia@contoso.example reason="Address of a stranger"'],
  },
  authenticator: {
    list: ['!msgraph-user-authenticator-method-list user=george@contoso.example'],
    delete: [
      '!msgraph-user-authenticator-method-delete user=mei@contoso.example method_id=452d581e-24f3-4510-af7e-4e2681a2870e',
    ],
  },
  phone: {
    list: [
      '!msgraph-user-phone-method-list user=mei@contoso.example limit=2',
      '!msgraph-user-phone-method-list user=mei@contoso.example method_id=e37fc753-ff3b-4958-9484-eaa9425c82bc',
    ],
    delete: [
      '!msgraph-user-phone-method-delete user=mei@contoso.example method_id=e37fc753-ff3b-4958-9484-eaa9425c82bc',
    ],
  },
  'software-oath': {
    list: ['!msgraph-user-software-oath-method-list user=mei@contoso.example'],
    delete: [
      '!msgraph-user-software-oath-method-delete user=mei@contoso.example method_id=61281ff0-b99f-457a-a478-8242444b3fd4',
    ],
  },
  'windows-hello': {
    list: ['!msgraph-user-windows-hello-method-list user=george@contoso.example'],
    delete: [
      '!msgraph-user-windows-hello-method-delete user=george@contoso.example method_id=4075dc7a-fcb0-4e1e-afd4-91002233dca0',
    ],
  },
  'temp-access-pass': {
    list: ['!msgraph-user-temp-access-pass-method-list user=george@contoso.example'],
    delete: [
      '!msgraph-user-temp-access-pass-method-delete user=george@contoso.example method_id=1d9e9ed9-c8d4-4b39-a2f0-c77ee178e2df',
    ],
  },
  'platform-credential': {
    list: ['!msgraph-user-platform-credential-method-list user=ravi@contoso.example'],
    delete: [
      '!msgraph-user-platform-credential-method-delete user=ravi@contoso.example method_id=541d56c8-63c2-4a8d-a70b-f3724c788b5f',
    ],
  },
  external: {
    list: ['!msgraph-user-external-method-list user=ravi@contoso.example'],
    delete: [
      '!msgraph-user-external-method-delete user=ravi@contoso.example method_id=634d601c-d667-4468-add2-7f0e08eaafdb',
    ],
  },
};
