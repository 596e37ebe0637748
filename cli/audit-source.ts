import { userInfo } from 'node:os';
import { systemClock } from '../integration/clock.js';
import { type AuditActor } from '../integration/audit/trail.js';
import { type AuditSource } from '../integration/dispatcher/auditor.js';
import { auditFile } from '../platform/audit-file.js';
import { homeFolder } from '../platform/instances/home.js';

/**
 * Says where this machine's effects are written down.
 * @param actor In whose name; the user of the operating system where nobody else is known.
 */
export function auditSource(surface: string, actor?: AuditActor): () => Promise<AuditSource> {
  return async () => {
    const { createFileTrail } = await import('../integration/audit/file-trail.js');
    const file = auditFile(homeFolder(process.env), process.env);
    return {
      trail: createFileTrail(file, systemClock),
      actor: actor ?? { kind: 'os-user', name: userName() },
      surface,
    };
  };
}

/** The user of the operating system. A container may run under a number that no user of the system has. */
export function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}
