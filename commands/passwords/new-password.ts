import { ArgumentError } from '../../integration/errors.js';
import { type ResultFile } from '../../integration/results/command-result.js';
import { sealedFile } from '../../integration/results/sealed-file.js';
import { type Secret } from '../../integration/secret.js';
import { generatePassword } from './generate-password.js';

/** What an analyst types to get a password made. It could never be one: it has one kind of characters. */
const GENERATE = 'generate';

/** The file that carries a password made here. */
export const PASSWORD_FILE = 'UserPasswordInfo.zip';

/** A password to set. */
export interface NewPassword {
  readonly password: Secret;
  /** The file that carries it, where it was made here. */
  readonly files: readonly ResultFile[];
}

/**
 * The password to set: the given one to the letter, or a new one, sealed before it is set anywhere, so that it cannot
 * be lost.
 * @param given The password, or `generate`. @param zipPassword What opens the file of a new one.
 * @throws ArgumentError where the two do not go together.
 */
export async function newPassword(given: Secret, zipPassword: Secret | undefined): Promise<NewPassword> {
  if (given.reveal().trim().toLowerCase() !== GENERATE) {
    if (!zipPassword) return { password: given, files: [] };
    throw new ArgumentError(
      'zip_password is for password=generate only: a given password is not handed back.',
      'Nothing was changed. Leave zip_password out, or use password=generate.',
    );
  }
  if (!zipPassword) {
    throw new ArgumentError(
      'password=generate needs zip_password, which opens the file that the password comes in.',
      'Nothing was changed. Give a zip_password of at least 8 characters.',
    );
  }
  const password = generatePassword();
  const file = await sealedFile({
    name: PASSWORD_FILE,
    member: 'UserPassword.txt',
    secret: password,
    password: zipPassword,
  });
  return { password, files: [file] };
}
