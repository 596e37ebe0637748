import { expect, test } from '@jest/globals';
import { findDeclaration } from '../../integration/dispatcher/declarations.js';
import { methodKinds } from './method-kinds.js';

test.each(Object.values(methodKinds))(
  'the only ID of $name methods is the default of the manifest, so that no empty one is sent without it (4.29)',
  ({ name, onlyId }) => {
    const declaration = findDeclaration(`msgraph-user-${name}-method-delete`);
    const argument = declaration?.arguments?.find((one) => one.name === 'method_id');
    expect(argument).toMatchObject({ name: 'method_id' });
    expect(argument?.defaultValue).toBe(onlyId);
    expect(argument?.required ?? false).toBe(onlyId === undefined);
  },
);

test('no two kinds share a type, a collection or a place in the context', () => {
  const kinds = Object.values(methodKinds);
  for (const tell of [
    (kind: (typeof kinds)[number]) => kind.type,
    (kind: (typeof kinds)[number]) => kind.all('u').text,
    (kind: (typeof kinds)[number]) => kind.prefix,
  ]) {
    expect(new Set(kinds.map(tell)).size).toBe(kinds.length);
  }
});
