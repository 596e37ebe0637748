import { expect, test } from '@jest/globals';
import { findDeclaration } from '../../integration/dispatcher/declarations.js';
import { shownExample } from './shown-example.js';

const CHANGE = '!msgraph-user-change-password user=temp42@contoso.example';

test.each([
  [`${CHANGE} password=Tr4vel-Kettle-Moss reason="New phone"`, `${CHANGE} password=? reason="New phone"`],
  [
    `${CHANGE} password=generate zip_password="open sesame 7"`,
    `${CHANGE} password=generate zip_password="?"`,
  ],
  ['!msgraph-user-get user=adele@contoso.example', '!msgraph-user-get user=adele@contoso.example'],
])('%s is shown as %s', (line, shown) => {
  expect(shownExample(line, findDeclaration)).toBe(shown);
});
