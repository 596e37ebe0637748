/**
 * Lets the arrow keys move among elements.
 * @param selector Which ones, inside `container`.
 * @param onSide Called with the element in focus for the arrows to the left and to the right.
 */
export function moveAmong(
  container: HTMLElement,
  selector: string,
  onSide: (focused: HTMLElement, key: 'ArrowLeft' | 'ArrowRight') => void = () => undefined,
): void {
  container.addEventListener('keydown', (event) => {
    const all = [...container.querySelectorAll<HTMLElement>(selector)];
    const at = all.findIndex((one) => one === event.target);
    const focused = all[at];
    if (!focused) return;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        all[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
        break;
      case 'ArrowLeft':
      case 'ArrowRight':
        onSide(focused, event.key);
        break;
      default:
        return;
    }
    event.preventDefault();
  });
}
