import { domain, stableId } from './identity.js';
import { seedId } from './person-from-seed.js';

/** A group of the tenant. Nothing here changes one. */
export interface Group {
  /** Object ID. */
  readonly id: string;
  readonly displayName: string;
  readonly description: string;
  /** Part of its mail address before the domain. */
  readonly mailNickname: string;
  /** `unified` is a Microsoft 365 group with a mailbox, `security` one without. */
  readonly kind: 'security' | 'unified';
  /** Whether Entra roles can be given to it, which only high administrators may then change (Entra: role groups). */
  readonly isAssignableToRole: boolean;
  /** Object IDs of people and groups that belong to it directly. */
  readonly memberIds: readonly string[];
}

interface GroupSeed extends Pick<Group, 'displayName' | 'description' | 'mailNickname'> {
  readonly kind?: Group['kind'];
  readonly isAssignableToRole?: true;
  /** Names of people as in their seeds. */
  readonly people: readonly string[];
  /** Mail nicknames of groups in it. */
  readonly groups?: readonly string[];
}

function groupId(mailNickname: string): string {
  return stableId(`group:${mailNickname}`);
}

function group({ people, groups: inner = [], ...seed }: GroupSeed): Group {
  return {
    kind: 'security',
    isAssignableToRole: false,
    ...seed,
    id: groupId(seed.mailNickname),
    memberIds: [...people.map(seedId), ...inner.map(groupId)],
  };
}

/** All groups; the three of Security lie one in the other. */
export const groups: readonly Group[] = [
  group({
    displayName: 'All Contoso',
    description: 'Everybody, by department',
    mailNickname: 'all-contoso',
    kind: 'unified',
    people: ['ingrid'],
    groups: ['security-team', 'engineering', 'finance'],
  }),
  group({
    displayName: 'Security Team',
    description: 'Security department',
    mailNickname: 'security-team',
    people: ['noor'],
    groups: ['soc-analysts'],
  }),
  group({
    displayName: 'SOC Analysts',
    description: 'People on duty in the security operations center',
    mailNickname: 'soc-analysts',
    people: ['adele', 'tomas'],
  }),
  group({
    displayName: 'Engineering',
    description: 'Engineering department',
    mailNickname: 'engineering',
    people: ['mei', 'ravi', 'hanna', 'omar', 'zoe'],
  }),
  group({
    displayName: 'Finance',
    description: 'Finance department',
    mailNickname: 'finance',
    kind: 'unified',
    people: ['samuel', 'beatriz', 'george'],
  }),
  group({
    displayName: 'Break Glass Accounts',
    description: 'Accounts nobody may lock out',
    mailNickname: 'break-glass',
    isAssignableToRole: true,
    people: ['breakglass'],
  }),
  group({
    displayName: 'Partners',
    description: 'Guests of Fabrikam and who looks after them',
    mailNickname: 'partners',
    people: ['adele', 'mia_fabrikam.example#EXT#', 'jonas_fabrikam.example#EXT#'],
  }),
];

/** @returns The mail address of a group; null where it has no mailbox. */
export function mailOf({ kind, mailNickname }: Group): string | null {
  return kind === 'unified' ? `${mailNickname}@${domain}` : null;
}
