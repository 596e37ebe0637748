import { type AuditIntent, type AuditOutcome } from './trail.js';

/** An effect on a fictitious account, for tests. */
export function sampleIntent(id: string, changes: Partial<AuditIntent> = {}): AuditIntent {
  return {
    id,
    actor: { kind: 'os-user', name: 'megan' },
    surface: 'cli',
    on: { kind: 'tenant', instance: 'contoso', cloud: 'public', tenant: 'contoso.example' },
    command: 'msgraph-user-account-disable',
    args: { user: 'adele@contoso.example' },
    typed: 'adele@contoso.example',
    resolved: { id: '4f9b0c1e-0000-4000-8000-000000000001' },
    prior: { accountEnabled: true },
    reason: null,
    ...changes,
  };
}

/** How that effect ended. */
export function sampleOutcome(id: string): AuditOutcome {
  return { id, outcome: 'done', status: 204, requestId: 'r-1', clientRequestId: 'c-1', error: null };
}
