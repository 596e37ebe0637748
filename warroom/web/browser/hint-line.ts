import { type Child, element } from './dom.js';
import { type Hint } from './hint.js';

/** Paints the help for the line that is being typed: the command's arguments, and what the current one is. */
export function paintHint(hint: Hint | undefined): readonly Child[] {
  if (!hint)
    return [element('span', { class: 'keys' }, 'Tab completes · ↑ brings lines back · Enter runs · !help')];
  const { command, arguments: declared, current, unknown } = hint;
  const names = declared.map(({ name, isRequired, isGiven }) =>
    element(
      'span',
      {
        class: [
          'argument',
          ...(isGiven ? ['given'] : []),
          ...(name === current?.name ? ['current'] : []),
        ].join(' '),
      },
      isRequired ? `${name}*` : name,
    ),
  );
  const missing = declared
    .filter(({ isRequired, isGiven }) => isRequired && !isGiven)
    .map(({ name }) => name);
  const about = current ? `${current.name}: ${current.description}` : command.description;
  const secret = current?.secret === true ? ' Type ? to be asked for it unseen.' : '';
  return [
    element('span', { class: 'about' }, about + secret),
    ...(unknown.length > 0
      ? [element('span', { class: 'fault' }, `${command.name} has no argument ${unknown.join(', ')}.`)]
      : []),
    element(
      'span',
      { class: 'arguments' },
      ...names.flatMap((name): Child[] => [name, ' ']),
      ...(missing.length > 0 ? [element('span', { class: 'missing' }, `Needed: ${missing.join(', ')}`)] : []),
    ),
  ];
}
