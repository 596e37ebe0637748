/** Entra role names to template IDs, which are the same in every tenant (Entra: built-in roles). */
export const directoryRoles = {
  'Global Administrator': '62e90394-69f5-4237-9190-012177145e10',
  'Privileged Authentication Administrator': '7be44c8a-adaf-4e2a-84d6-ab2649e08a13',
  'User Administrator': 'fe930be7-5e62-47db-91af-98c3a49a38b1',
  'Helpdesk Administrator': '729827e3-9c14-49f7-bb1b-9608f156bbb8',
} as const;

/** Name of an Entra role the tenant knows. */
export type DirectoryRole = keyof typeof directoryRoles;
