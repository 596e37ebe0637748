/**
 * Signs a person in on another device, as the instructions say.
 * @param instructions What the command that begins the login printed.
 * @param user Who signs in; empty declines.
 */
export async function enterDeviceCode(instructions: string, user: string): Promise<void> {
  const [, page = '', code = ''] = /\]\(([^)]+)\), enter the code \*\*(\w+)\*\*/.exec(instructions) ?? [];
  const body = new URLSearchParams({ user, decision: user === '' ? 'cancel' : 'continue' });
  await fetch(`${page}?code=${code}`, { method: 'POST', body });
}
