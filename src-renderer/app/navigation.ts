import { createContext, use, useMemo, useSyncExternalStore } from 'react';
import { formatRoute, parseRoute } from './route.ts';
import type { Route, ScreenName, ScreenParams } from './route.ts';

export type { Route, ScreenName, ScreenParams } from './route.ts';

type OpenArguments<Name extends ScreenName> =
  Partial<ScreenParams[Name]> extends ScreenParams[Name]
    ? [params?: ScreenParams[Name]]
    : [params: ScreenParams[Name]];

export interface Navigation {
  screen: ScreenName;
  route: Route;
  open: <Name extends ScreenName>(screen: Name, ...params: OpenArguments<Name>) => void;
  /** As `open`, in place of the present entry of the history: for changes that "back" should not undo one by one. */
  replace: <Name extends ScreenName>(screen: Name, ...params: OpenArguments<Name>) => void;
  back: () => void;
}

/** Where the window is, as far as it is drawn; see `NavigationProvider`. */
export const AddressContext = createContext('');

export function onAddressChange(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => {
    window.removeEventListener('hashchange', listener);
  };
}

function openScreen<Name extends ScreenName>(screen: Name, ...[params]: OpenArguments<Name>): void {
  window.location.hash = formatRoute(screen, params ?? ({} as ScreenParams[Name]));
}

function replaceScreen<Name extends ScreenName>(screen: Name, ...[params]: OpenArguments<Name>): void {
  window.history.replaceState(null, '', formatRoute(screen, params ?? ({} as ScreenParams[Name])));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

export const currentAddress = () => window.location.hash;

export function useNavigation(): Navigation {
  const address = use(AddressContext);
  return useMemo(() => {
    const route = parseRoute(address);
    return {
      screen: route.screen,
      route,
      open: openScreen,
      replace: replaceScreen,
      back: () => window.history.back(),
    };
  }, [address]);
}

/** The screen that was asked for, though it may still be drawn. */
export function useScreenAskedFor(): ScreenName {
  return parseRoute(useSyncExternalStore(onAddressChange, currentAddress)).screen;
}

/** What the screen was opened with; null while another screen is shown (as this one leaves). */
export function useScreenParams<Name extends ScreenName>(screen: Name): ScreenParams[Name] | null {
  const { route } = useNavigation();
  return route.screen === screen ? (route.params as ScreenParams[Name]) : null;
}
