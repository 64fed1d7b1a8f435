export function isMac(): boolean {
  return navigator.userAgent.includes('Mac');
}

/** Keys are left alone while the person writes, and while a menu or slider has the keyboard for itself. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('[role="dialog"]') !== null) return true;
  return ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}
