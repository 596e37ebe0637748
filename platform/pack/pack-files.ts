import { dump, YAML11_SCHEMA } from 'js-yaml';
import { manifest } from '../../generated/manifest.js';
import { version } from '../../generated/product.js';
import { type Manifest } from '../../integration/manifest/types.js';
import { brandManifest } from './brand-manifest.js';
import { knownBrands } from './known-brands.js';
import { packageBytes, packageText } from '../package-file.js';
import { releaseNotes } from './release-notes.js';
import { testPlaybook } from './test-playbook.js';
import { unifiedIntegration } from './unified.js';

/** The image that the unified YAML names; `platform/pack/Dockerfile` builds it. */
export const DOCKER_IMAGE = `msgraph-soar:${version}`;

/** When the pack began; the platform sorts by it. */
const CREATED = '2026-11-22T00:00:00Z';

/** An integration of the pack, and the name of its files. */
interface Part {
  readonly name: string;
  readonly manifest: Manifest;
}

/**
 * Every file of the content pack, by its path in the pack's folder.
 * @param asKnownBrands Two integrations under the ids of the known ones, instead of one under our own.
 */
export async function packFiles(asKnownBrands: boolean): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const parts: readonly Part[] = asKnownBrands
    ? knownBrands.map((brand) => ({ name: brand.folder, manifest: brandManifest(manifest, brand) }))
    : [{ name: 'MSGraphSoar', manifest }];
  const [script, image, help, commands, changelog] = await Promise.all([
    packageText('platform/pack/shim.py'),
    packageBytes('platform/pack/image.png'),
    packageText('docs/instance-help.md'),
    packageText('docs/commands.md'),
    packageText('CHANGELOG.md'),
  ]);

  const files = new Map<string, string | Uint8Array>();
  for (const part of parts) {
    const { id } = part.manifest.commonfields;
    const hasUsers = part.manifest.script.commands?.some(({ name }) => name === 'msgraph-user-list') ?? false;
    const playbook = testPlaybook(id, hasUsers);
    const tests = [`${id} - Test`];
    const unified = unifiedIntegration(part.manifest, {
      script,
      dockerImage: DOCKER_IMAGE,
      image,
      help,
      tests,
    });
    files.set(`Integrations/integration-${part.name}.yml`, yaml(unified));
    files.set(`Integrations/${part.name}_image.png`, image);
    files.set(`Integrations/${part.name}_description.md`, help);
    files.set(`TestPlaybooks/playbook-${part.name}_Test.yml`, yaml(playbook));
  }
  for (const [file, text] of releaseNotes(
    changelog,
    parts.map((part) => part.manifest.display),
  ))
    files.set(`ReleaseNotes/${file}`, text);
  files.set('pack_metadata.json', `${JSON.stringify(metadata(asKnownBrands), null, 2)}\n`);
  files.set('README.md', readme(parts, commands));
  files.set('.pack-ignore', '');
  files.set('.secrets-ignore', '');
  return files;
}

/** YAML 1.1, as the platform reads it: text that it would take for something else is quoted. */
function yaml(document: object): string {
  return dump(document, { schema: YAML11_SCHEMA, lineWidth: -1, noRefs: true });
}

function metadata(asKnownBrands: boolean): object {
  const { display, description, category } = manifest;
  return {
    name: asKnownBrands ? `${display} (known names)` : display,
    description,
    support: 'community',
    currentVersion: version,
    author: 'msgraph-soar',
    url: '',
    email: '',
    created: CREATED,
    categories: [category],
    tags: [],
    useCases: ['Identity and Access Management'],
    keywords: ['Microsoft Graph', 'Entra ID', 'Azure AD', 'Teams'],
    marketplaces: ['xsoar', 'xsoar_on_prem', 'xsoar_saas'],
  };
}

function readme(parts: readonly Part[], commands: string): string {
  return [
    `# ${manifest.display}`,
    '',
    manifest.description,
    '',
    ...parts.map((part) => `- Integration \`${part.manifest.commonfields.id}\``),
    '',
    `The instances run in the image \`${DOCKER_IMAGE}\`, which the package's Dockerfile builds; the server or engine has to have it.`,
    '',
    commands
      .replace(/^<!--.*-->\n+/, '')
      .replaceAll(/^#/gm, '##')
      .trim(),
    '',
  ].join('\n');
}
