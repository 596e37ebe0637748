import type { MethodKind } from '../../tenant/authentication-methods.js';
import type { Route } from '../route.js';
import {
  deleteMethods,
  readMethods,
  readOperations,
  readPasses,
  readPassPolicy,
  resetPasswords,
  writePasses,
} from './access.js';
import { createPass } from './create-pass.js';
import { deleteMethod, deletePass } from './delete-method.js';
import { getOperation } from './operations.js';
import { getPassPolicy } from './pass-policy.js';
import { getMethod, listMethods } from './read-methods.js';
import { resetPassword } from './reset-password.js';
import { getSignInPreferences } from './sign-in-preferences.js';

const below = ['users', '{id}', 'authentication'];
const china = { isAbsentInChina: true } as const;

/** Kinds that can be listed, read one by one, and deleted, by the name of their collection. */
const collections: Readonly<Record<string, MethodKind>> = {
  emailMethods: 'email',
  externalAuthenticationMethods: 'external',
  fido2Methods: 'fido2',
  microsoftAuthenticatorMethods: 'microsoftAuthenticator',
  phoneMethods: 'phone',
  platformCredentialMethods: 'platformCredential',
  softwareOathMethods: 'softwareOath',
  windowsHelloForBusinessMethods: 'windowsHelloForBusiness',
};

const knownInChina = ['microsoftAuthenticatorMethods', 'phoneMethods', 'platformCredentialMethods'];

const ofKinds = Object.entries(collections).flatMap(([segment, kind]): Route[] => {
  const there = knownInChina.includes(segment) ? {} : china;
  const shelf = { segment, kind };
  const one = [...below, segment, '{innerId}'];
  return [
    {
      method: 'GET',
      path: [...below, segment],
      permissions: readMethods,
      read: listMethods(shelf),
      ...there,
    },
    { method: 'GET', path: one, permissions: readMethods, read: getMethod(shelf), ...there },
    { method: 'DELETE', path: one, permissions: deleteMethods, write: deleteMethod(kind), ...there },
  ];
});

function readOnly(segment: string, kind?: 'password'): Route[] {
  const shelf = { segment, ...(kind === undefined ? {} : { kind }) };
  const path = [...below, segment];
  return [
    { method: 'GET', path, permissions: readMethods, read: listMethods(shelf), ...china },
    {
      method: 'GET',
      path: [...path, '{innerId}'],
      permissions: readMethods,
      read: getMethod(shelf),
      ...china,
    },
  ];
}

const passes = [...below, 'temporaryAccessPassMethods'];
const onePass = [...passes, '{innerId}'];
const passShelf = { segment: 'temporaryAccessPassMethods', kind: 'temporaryAccessPass' } as const;

/** Authentication methods, passes, password resets, and the policy for passes. */
export const authenticationRoutes: readonly Route[] = [
  ...readOnly('methods'),
  ...readOnly('passwordMethods', 'password'),
  ...ofKinds,
  { method: 'GET', path: passes, permissions: readPasses, read: listMethods(passShelf), ...china },
  { method: 'POST', path: passes, permissions: writePasses, write: createPass, ...china },
  { method: 'GET', path: onePass, permissions: readPasses, read: getMethod(passShelf), ...china },
  { method: 'DELETE', path: onePass, permissions: writePasses, write: deletePass, ...china },
  {
    method: 'POST',
    path: [...below, 'methods', '{innerId}', 'resetPassword'],
    permissions: resetPasswords,
    write: resetPassword,
    ...china,
  },
  {
    method: 'GET',
    path: [...below, 'operations', '{innerId}'],
    permissions: readOperations,
    read: getOperation,
    ...china,
  },
  {
    method: 'GET',
    path: [...below, 'signInPreferences'],
    permissions: readMethods,
    read: getSignInPreferences,
    version: 'beta',
    ...china,
  },
  {
    method: 'GET',
    path: [
      'policies',
      'authenticationMethodsPolicy',
      'authenticationMethodConfigurations',
      'TemporaryAccessPass',
    ],
    permissions: readPassPolicy,
    read: getPassPolicy,
    ...china,
  },
];
