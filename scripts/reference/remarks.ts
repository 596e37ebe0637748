import { type Permissions } from '../../integration/command.js';
import { asksGraph } from '../../integration/dispatcher/policy.js';
import { type DescribedCommand } from '../described-command.js';

/** What somebody has to know before running a command, one sentence each. */
export function remarks({ declaration, metadata }: DescribedCommand): readonly string[] {
  const { execution, hidden, deprecated, polling } = declaration;
  const { effects, notInClouds = [], ownAppOnly, needsMfaService, generatesSecrets } = metadata;
  return [
    ...(deprecated ? ['Deprecated: it still works, but use what its description names.'] : []),
    ...(hidden === true ? ['Works where a playbook has it; the platform does not offer it.'] : []),
    ...(effects === 'write' ? ['Changes something in the tenant.'] : []),
    ...(execution ? ['Potentially harmful: the platform marks it so.'] : []),
    ...(polling ? ['May go on in the background: the platform runs it again until it has ended.'] : []),
    ...(notInClouds.length > 0 ? [`Not in these clouds: ${notInClouds.join(', ')}.`] : []),
    ...(ownAppOnly ? ["Needs an app registration of your own: the vendor's hosted one cannot do it."] : []),
    ...(needsMfaService ? ['Needs the MFA service, whose address is not known in every cloud.'] : []),
    ...(generatesSecrets
      ? ['Makes a secret: the instance has to allow it (`allow_secret_generators`).']
      : []),
  ];
}

/** Permissions for both kinds of caller, as a list. */
export function permissionLines({ metadata }: DescribedCommand): readonly string[] {
  if (!asksGraph(metadata)) return ['Needs no permission on Microsoft Graph.'];
  const { delegated, application } = metadata.permissions;
  return [
    'Permissions, least first:',
    '',
    `- For a signed-in user (delegated): ${inWords(delegated)}`,
    `- For an application: ${inWords(application)}`,
  ];
}

function inWords(sets: Permissions['application']): string {
  const accepted = sets.map((set) => set.map((name) => `\`${name}\``).join(' + '));
  return accepted.length === 0 ? 'not possible' : accepted.join(', or ');
}
