import { expect, test } from '@jest/globals';
import { generatePassword } from './generate-password.js';

const many = Array.from({ length: 500 }, () => generatePassword().reveal());

test('every password has all four kinds of characters, and at least 16 of them', () => {
  for (const password of many) {
    expect(password.length).toBeGreaterThanOrEqual(16);
    for (const kind of [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/]) expect(password).toMatch(kind);
  }
});

test('none has characters that are mistaken for others, or that Entra ID does not take', () => {
  for (const password of many) {
    expect(password).not.toMatch(/[0Oo1lI5S2Z8B|'"`\s]/);
    expect(password).toMatch(/^[A-Za-z0-9@#$%^&*\-_!+=[\]{}|\\:',.?/`~"();<>]+$/);
  }
});

test('no two are alike, and every place takes many characters', () => {
  expect(new Set(many).size).toBe(many.length);
  for (let place = 0; place < 20; place += 1) {
    expect(new Set(many.map((password) => password.charAt(place))).size).toBeGreaterThan(30);
  }
});

test('it is a secret', () => {
  expect(`${JSON.stringify(generatePassword())}${String(generatePassword())}`).toBe('"***"***');
});
