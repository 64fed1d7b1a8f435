import { startTransition, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { AddressContext, currentAddress, onAddressChange } from './navigation.ts';
import { parseRoute } from './route.ts';

const screenOf = (address: string) => parseRoute(address).screen;

/**
 * Follows the address. Another screen is drawn in slices beside the present one, so that the window answers meanwhile
 * however much there is to draw; within a screen the address changes at once, for quick hands.
 */
export function NavigationProvider({ children }: { children: ReactNode }) {
  const [address, setAddress] = useState(currentAddress);
  useEffect(() => {
    let drawn = currentAddress();
    const follow = () => {
      const asked = currentAddress();
      const isSameScreen = screenOf(asked) === screenOf(drawn);
      drawn = asked;
      if (isSameScreen) setAddress(asked);
      else startTransition(() => setAddress(asked));
    };
    follow();
    return onAddressChange(follow);
  }, []);
  return <AddressContext value={address}>{children}</AddressContext>;
}
