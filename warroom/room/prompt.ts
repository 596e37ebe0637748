import { type Target } from '../../integration/dispatcher/invocation.js';
import { visibleText } from '../terminal/visible-text.js';

const MAGENTA = 35;
const BOLD = 1;

/**
 * The prompt: the instance and its tenant, so that nobody acts on another one than they think. The sandbox has its own
 * color and its own word.
 */
export function promptOf(target: Target | undefined, color: boolean): string {
  if (!target) return 'no instance > ';
  const instance = visibleText(target.instance ?? 'unnamed');
  const where =
    target.tenant === null ? instance : `${instance} · ${shortTenant(visibleText(target.tenant))}`;
  return target.kind === 'sandbox'
    ? `${painted(`SANDBOX ${where}`, MAGENTA, color)} > `
    : `${painted(where, BOLD, color)} > `;
}

/** The first part of an object ID tells two tenants apart; a domain is shown whole. */
function shortTenant(tenant: string): string {
  return /^[\da-f]{8}-/i.test(tenant) ? `${tenant.slice(0, 8)}…` : tenant;
}

function painted(text: string, code: number, color: boolean): string {
  return color ? `\u001b[${code}m${text}\u001b[0m` : text;
}
