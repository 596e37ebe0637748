import { apps, managedIdentities, servicePrincipalId, type ServicePrincipal } from './apps.js';
import { tenantId } from './identity.js';

/** Microsoft's own client of its MFA service; it has a service principal in every tenant and no permission on Graph. */
export const mfaClient: ServicePrincipal = {
  name: 'Azure Multi-Factor Auth Client',
  clientId: '981f26a1-7f43-403b-a875-f8b09b8cd720',
  roles: [],
  directoryRoles: [],
};

/** What Graph says about a service principal. */
export type ServicePrincipalProperties = Readonly<
  Record<string, string | boolean | readonly string[] | null>
>;

/** Microsoft's own tenant, which owns its applications. */
const microsoftTenantId = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a';

function describe(
  principal: ServicePrincipal,
  servicePrincipalType: string,
  owner: string | null,
): ServicePrincipalProperties & { readonly id: string; readonly appId: string } {
  return {
    id: servicePrincipalId(principal),
    deletedDateTime: null,
    accountEnabled: true,
    alternativeNames: [],
    appDisplayName: principal.name,
    appId: principal.clientId,
    appOwnerOrganizationId: owner,
    appRoleAssignmentRequired: false,
    displayName: principal.name,
    homepage: null,
    servicePrincipalNames: [principal.clientId],
    servicePrincipalType,
    signInAudience: owner === microsoftTenantId ? 'AzureADMultipleOrgs' : 'AzureADMyOrg',
    tags: [],
  };
}

/** Every service principal of the tenant. */
export const servicePrincipalObjects = [
  ...apps.map((app) => describe(app, 'Application', tenantId)),
  ...Object.values(managedIdentities).map((identity) => describe(identity, 'ManagedIdentity', null)),
  describe(mfaClient, 'Application', microsoftTenantId),
];
