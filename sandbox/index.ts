export { deviations } from './deviations.js';
export type { FaultKind, FaultRule } from './faults/fault-rule.js';
export type { SandboxRequest } from './request-log.js';
export { startSandbox, type Sandbox, type SandboxOptions } from './start-sandbox.js';
export type { SandboxApp } from './tenant/apps.js';
export type { Person } from './tenant/person.js';
export { resetSandboxState } from './tenant/state-store.js';
