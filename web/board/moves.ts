import { useLayoutEffect, useRef, type RefObject } from 'react';

const MOVE_MS = 700;

/**
 * Lets each child of a list that has changed its place travel there from where it was (by transform only, so nothing is laid out twice).
 * Children are known by `data-team`; a viewer who wants less motion gets none.
 */
export function useMoves(list: RefObject<HTMLElement | null>): void {
  const before = useRef<ReadonlyMap<string, Place>>(new Map());
  useLayoutEffect(() => {
    const children = [...(list.current?.children ?? [])].filter((child) => child instanceof HTMLElement);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const now = new Map<string, Place>();
    for (const child of children) {
      const { team } = child.dataset;
      if (team === undefined) continue;
      const to = { x: child.offsetLeft, y: child.offsetTop };
      const from = before.current.get(team);
      now.set(team, to);
      if (still) continue;
      if (from === undefined) {
        if (before.current.size > 0) child.animate([{ opacity: 0 }, { opacity: 1 }], { duration: MOVE_MS });
      } else if (from.x !== to.x || from.y !== to.y) {
        child.animate([{ transform: `translate(${from.x - to.x}px, ${from.y - to.y}px)` }, { transform: 'none' }], {
          duration: MOVE_MS,
          easing: 'cubic-bezier(0.2, 0.8, 0.2, 1)',
        });
      }
    }
    before.current = now;
  });
}

interface Place {
  readonly x: number;
  readonly y: number;
}
