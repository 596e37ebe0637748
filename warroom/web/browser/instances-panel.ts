import { type ShownInstance } from '../wire.js';
import { type Announcer } from './announce.js';
import { get, post, RequestError } from './api.js';
import { button, element } from './dom.js';
import { leadsOut } from './paint-entry.js';
import { isAddress, isInstances } from './wire-guards.js';

/** The instances, with who is signed in. */
export interface InstancesPanel {
  readonly element: HTMLElement;
  /** Reads them anew. */
  readonly refresh: () => Promise<void>;
}

/** Makes the list of instances. @param use Makes one the current one. */
export function createInstancesPanel({ show }: Announcer, use: (name: string) => void): InstancesPanel {
  const list = element('ul', { class: 'instances' });

  const signIn = async (name: string, place: HTMLElement): Promise<void> => {
    try {
      const { url } = await post(`/instances/${encodeURIComponent(name)}/sign-in`, {}, isAddress);
      if (!leadsOut(url)) throw new RequestError(0, 'The sign-in has no address.', '');
      // Browsers may keep a window from opening by itself; the link stays.
      const link = element(
        'a',
        { href: url, target: '_blank', rel: 'noopener noreferrer', class: 'button' },
        'Open the sign-in page',
      );
      place.replaceWith(link);
      link.focus();
      window.open(url, '_blank', 'noopener,noreferrer');
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      show(`${error.message} ${error.next}`);
    }
  };
  const itemOf = ({ name, isCurrent, signIn: status, canSignIn }: ShownInstance): HTMLElement => {
    const item = element('li', isCurrent ? { 'aria-current': 'true' } : {});
    const title = element('span', { class: 'instance' }, name);
    const actions = element('span', { class: 'actions' });
    item.append(title, actions);
    if (isCurrent) title.append(' ', element('span', { class: 'chip' }, 'current'));
    else {
      actions.append(
        button('Use', { 'aria-label': `Use ${name}` }, () => {
          use(name);
        }),
      );
    }
    if (canSignIn) {
      const begin = button('Sign in', { 'aria-label': `Sign in to ${name}` }, () => void signIn(name, begin));
      actions.append(begin);
    }
    if (status !== '') item.append(element('span', { class: 'status' }, status));
    return item;
  };
  return {
    element: element(
      'section',
      { 'aria-labelledby': 'instances-title' },
      element('h2', { id: 'instances-title' }, 'Instances'),
      list,
    ),
    async refresh() {
      list.replaceChildren(...(await get('/instances', isInstances)).map(itemOf));
    },
  };
}
