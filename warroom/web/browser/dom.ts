/** What an element can hold. */
export type Child = Node | string;

type Tags = HTMLElementTagNameMap;

/**
 * Makes an element. Text becomes text, whatever it holds; there is no way from here to markup.
 * @param attributes Names are ours; of values from outside only `title`, labels and checked addresses get here.
 */
export function element<Tag extends keyof Tags>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): Tags[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Makes a button that does something. */
export function button(
  label: string,
  attributes: Readonly<Record<string, string>>,
  act: () => void,
): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', act);
  return made;
}
