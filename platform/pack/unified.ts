import { type Manifest } from '../../integration/manifest/types.js';

/** What a unified YAML holds besides the manifest. */
export interface UnifiedParts {
  /** The Python that the server runs. */
  readonly script: string;
  /** Name and tag of the image that it runs in. */
  readonly dockerImage: string;
  /** PNG, 120 by 50 pixels. */
  readonly image: Uint8Array;
  /** Markdown that stands beside the instance form. */
  readonly help: string;
  /** Names of test playbooks. */
  readonly tests: readonly string[];
}

/** A manifest with its code, image and description merged in: what a server imports. */
export interface UnifiedIntegration extends Manifest {
  readonly image: string;
  readonly detaileddescription: string;
}

/** Merges everything that belongs to an integration into one object. */
export function unifiedIntegration(manifest: Manifest, parts: UnifiedParts): UnifiedIntegration {
  const { script, dockerImage, image, help, tests } = parts;
  return {
    ...manifest,
    script: { ...manifest.script, script, dockerimage: dockerImage },
    image: `data:image/png;base64,${Buffer.from(image).toString('base64')}`,
    detaileddescription: help,
    tests,
  };
}
