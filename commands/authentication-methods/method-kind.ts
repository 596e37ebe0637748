import { type CommandName, type Permissions } from '../../integration/command.js';
import { type GraphPath } from '../../integration/graph/path.js';
import { type CloudName } from '../../integration/settings/clouds.js';

/** A kind of authentication method, by the word that its two commands have in their names. */
export type MethodKindName =
  | 'fido2'
  | 'email'
  | 'authenticator'
  | 'phone'
  | 'software-oath'
  | 'windows-hello'
  | 'temp-access-pass'
  | 'platform-credential'
  | 'external';

/** The command that lists the methods of a kind. */
export type ListCommandName = Extract<CommandName, `msgraph-user-${MethodKindName}-method-list`>;

/** The command that deletes a method of a kind. */
export type DeleteCommandName = Extract<CommandName, `msgraph-user-${MethodKindName}-method-delete`>;

/** What is particular to one kind of authentication method. */
export interface MethodKind {
  readonly name: MethodKindName;
  /** Graph's type, without `#microsoft.graph.`. */
  readonly type: string;
  /** What people call it. */
  readonly label: string;
  /** What stands before "Methods for User" in the titles, where it is not the label with "Authentication". */
  readonly title?: string;
  /** The collection of a user. */
  readonly all: (user: string) => GraphPath;
  /** One method of a user. */
  readonly one: (user: string, id: string) => GraphPath;
  /** Table headers, and the property that each one shows. */
  readonly columns: Readonly<Record<string, string>>;
  /** Where lists go in the context. */
  readonly prefix: string;
  /** The sentence that playbooks know for a deletion. */
  readonly deleted: (id: string, user: string) => string;
  /** The ID that every method of this kind has, where there is one (Graph: emailAuthenticationMethod). */
  readonly onlyId?: string;
  readonly canRead: Permissions;
  readonly canDelete: Permissions;
  /** Clouds whose Graph lacks the kind (rule R21). */
  readonly notInClouds?: readonly CloudName[];
}

/** For a person and an application alike. */
function alike(...sets: readonly (readonly string[])[]): Permissions {
  return { delegated: sets, application: sets };
}

/** Least permissions for reading methods (Graph: list methods). */
export const readPermissions = alike(['UserAuthenticationMethod.Read.All']);

/** Least permissions for deleting methods. A person also needs the role of an authentication administrator. */
export const deletePermissions = alike(['UserAuthenticationMethod.ReadWrite.All']);

/** Least permissions for reading passes (Graph: list temporaryAccessPassMethods). */
export const passReadPermissions = alike(
  ['UserAuthMethod-TAP.Read.All'],
  ['UserAuthMethod-TAP.ReadWrite.All'],
  ['UserAuthenticationMethod.Read.All'],
);

/** Least permissions for deleting passes. */
export const passDeletePermissions = alike(
  ['UserAuthMethod-TAP.ReadWrite.All'],
  ['UserAuthenticationMethod.ReadWrite.All'],
);

/** The cloud whose Graph has only three of the kinds, and not the list of all of them (rule R21). */
export const notInChina: readonly CloudName[] = ['China'];
