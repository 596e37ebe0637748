export { deviations } from './deviations.js';
export { startSandbox, type Sandbox, type SandboxOptions, type SandboxRequest } from './start-sandbox.js';
export type { SandboxApp } from './tenant/apps.js';
export type { Person } from './tenant/person.js';
