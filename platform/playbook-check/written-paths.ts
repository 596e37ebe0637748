import { type Manifest } from '../../integration/manifest/types.js';
import { nearestName } from '../../integration/suggest.js';
import { type Playbook } from './read-playbook.js';

/** What is known to be written to the context. */
export interface WrittenPaths {
  /** Why a path stays empty; undefined where it may hold something, or is none of this integration's. */
  faultOf(path: string): string | undefined;
}

/** Roots of this integration, declared or not: other integrations for Microsoft Graph have others. */
const OUR_ROOT = /^MSGraph(User|Teams)/;

/**
 * The paths that the commands of a manifest write, and those that a playbook writes itself.
 * @param playbook Whose `Set` tasks, `extend-context` options and requested properties count.
 */
export function writtenPaths(manifest: Manifest, playbook: Playbook): WrittenPaths {
  const outputs = (manifest.script.commands ?? []).flatMap((command) => command.outputs ?? []);
  const declared = new Map(outputs.map(({ contextPath, type }) => [contextPath, type ?? 'Unknown']));
  const roots = new Set([...declared.keys()].map(rootOf).filter((root) => root.startsWith('MSGraph')));
  const own = ownPaths(playbook);

  const isWritten = (path: string): boolean =>
    [...declared].some(
      ([output, type]) =>
        output === path ||
        output.startsWith(`${path}.`) ||
        (type === 'Unknown' && path.startsWith(`${output}.`)),
    ) ||
    own.some((output) => output === path || output.startsWith(`${path}.`) || path.startsWith(`${output}.`));

  return {
    faultOf(path) {
      const root = rootOf(path);
      if ((!roots.has(root) && !OUR_ROOT.test(root)) || isWritten(path)) return undefined;
      const near = nearestName(path, declared.keys());
      return `Nothing writes ${path}${near === undefined ? '.' : `; did you mean ${near}?`}`;
    },
  };
}

function rootOf(path: string): string {
  return path.split('.')[0] ?? '';
}

/** Paths that a playbook writes with tasks of its own, and properties that it asks Microsoft Graph for. */
function ownPaths({ tasks }: Playbook): readonly string[] {
  return tasks.flatMap(({ command, script, args }) => {
    const literal = (name: string): string => {
      const value = args.get(name);
      return value?.kind === 'literal' ? value.text : '';
    };
    const extended = literal('extend-context')
      .split('::')
      .map((pair) => pair.split('=')[0]?.trim() ?? '');
    const set = script?.startsWith('Set') ? [literal('key'), literal('parent')] : [];
    const asked = command?.startsWith('msgraph-user-') ? literal('properties').split(',') : [];
    const properties = asked.map((name) => name.trim()).filter((name) => name !== '');
    return [
      ...[...extended, ...set].map((path) => path.replace(/\(.*$/, '')),
      ...properties.map((name) => `MSGraphUser.${name.charAt(0).toUpperCase()}${name.slice(1)}`),
    ].filter((path) => path !== '');
  });
}
