import {
  type CommandDeclaration,
  type Manifest,
  type ParameterDeclaration,
} from '../../integration/manifest/types.js';
import { type KnownBrand, knownBrands, knownHarm } from './known-brands.js';

/**
 * The part of the manifest that takes the place of one known integration, under its id, so that instances and playbooks
 * bind to it as they are: its commands, with its marks of potential harm, and the parameters of both.
 */
export function brandManifest(manifest: Manifest, brand: KnownBrand): Manifest {
  const { id, display, description, serverParameter } = brand;
  return {
    ...manifest,
    commonfields: { ...manifest.commonfields, id },
    name: id,
    display,
    description,
    configuration: serverUnder(serverParameter, manifest.configuration),
    script: {
      ...manifest.script,
      commands: (manifest.script.commands ?? [])
        .filter(({ name }) => brandOf(name) === brand)
        .map(withKnownHarm),
    },
  };
}

/** Which known integration a command belongs to, known to it or new. */
export function brandOf(command: string): KnownBrand | undefined {
  return knownBrands.find(({ prefixes }) => prefixes.some((prefix) => command.startsWith(prefix)));
}

function withKnownHarm(command: CommandDeclaration): CommandDeclaration {
  const harm = knownHarm(command.name);
  if (harm === undefined) return command;
  const { execution: _ours, ...rest } = command;
  return harm ? { ...rest, execution: true } : rest;
}

/**
 * The form with the address of Microsoft Graph under one name only. With both, the default of the one that an old
 * instance does not have would contradict the one it has.
 */
function serverUnder(
  kept: KnownBrand['serverParameter'],
  parameters: readonly ParameterDeclaration[],
): ParameterDeclaration[] {
  const shown = parameters.find(({ name }) => name === 'url');
  return parameters.flatMap((parameter) => {
    if (parameter.name === 'url') return shown ? [{ ...shown, name: kept }] : [];
    return parameter.name === 'host' ? [] : [parameter];
  });
}
