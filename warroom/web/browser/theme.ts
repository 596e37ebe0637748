import { element } from './dom.js';

const KEY = 'msgraph-soar-theme';
const themes = ['system', 'light', 'dark'];

/** Makes the switch between light and dark; without a choice the system's is followed. */
export function createThemeSwitch(): HTMLElement {
  const choice = element(
    'select',
    { 'aria-label': 'Colors', class: 'theme' },
    ...themes.map((theme) =>
      element('option', { value: theme }, `${theme[0]?.toUpperCase() ?? ''}${theme.slice(1)}`),
    ),
  );
  const apply = (theme: string): void => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  };
  choice.value = themes.find((theme) => theme === localStorage.getItem(KEY)) ?? 'system';
  apply(choice.value);
  choice.addEventListener('change', () => {
    localStorage.setItem(KEY, choice.value);
    apply(choice.value);
  });
  return choice;
}
