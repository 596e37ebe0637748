import { ManifestError } from '../errors.js';
import { loadManifest } from './load.js';

/** For tests: a small manifest without a fault, to seed faults in. */
export const SOUND = `commonfields:
  id: Contoso Directory
  version: -1
name: Contoso Directory
display: Contoso Directory
category: Identity and Access Management
description: Reads a directory.
sectionOrder: [Connect]
configuration:
  - {name: url, display: Server URL, type: 0, defaultvalue: https://directory.contoso.example, section: Connect}
  - {name: key, displaypassword: Key, type: 9, hiddenusername: true, section: Connect}
  - {name: old_key, display: Key, type: 4, hidden: true, section: Connect}
  - {name: mode, display: Mode, type: 15, options: [fast, slow], defaultvalue: fast, section: Connect}
  - {name: insecure, display: Trust any certificate (not secure), type: 8, defaultvalue: 'false', section: Connect}
script:
  type: python
  subtype: python3
  dockerimage: demisto/python3:3.12.0.1
  script: '-'
  commands:
    - name: contoso-get
      description: Reads one.
      arguments:
        - {name: user, description: Who., required: true, default: true}
        - {name: depth, description: How deep., auto: PREDEFINED, predefined: ['1', '2'], defaultValue: '1'}
      outputs:
        - {contextPath: Contoso.ID, description: Its ID., type: String}
        - {contextPath: Contoso.Name, description: Its name., type: String}
fromversion: 6.10.0
tests: [No tests]
`;

/** For tests: what loading a text complains of, or `no fault`. */
export function messageOf(text: string): string {
  try {
    loadManifest(text, 'integration.yml');
  } catch (error) {
    if (error instanceof ManifestError) return error.message;
    throw error;
  }
  return 'no fault';
}

/** For tests: the sound manifest with one piece of its text replaced, which has to be there. */
export function seeded(sound: string, faulty: string): string {
  if (!SOUND.includes(sound)) throw new Error(`the sound manifest does not hold: ${sound}`);
  return SOUND.replace(sound, faulty);
}
