import { useEffect, useState } from 'react';

/** How long somebody counts as being there after they moved, ms. */
const STAYS_MS = 4000;

/** Whether somebody is at the page's pointer or keys. */
export function useAwake(): boolean {
  const [awake, setAwake] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wake = (): void => {
      setAwake(true);
      clearTimeout(timer);
      timer = setTimeout(() => setAwake(false), STAYS_MS);
    };
    const kinds = ['pointermove', 'pointerdown', 'keydown'] as const;
    for (const kind of kinds) addEventListener(kind, wake);
    return () => {
      for (const kind of kinds) removeEventListener(kind, wake);
      clearTimeout(timer);
    };
  }, []);
  return awake;
}
