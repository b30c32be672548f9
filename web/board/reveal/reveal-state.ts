import type { Snapshot } from '../../../lib/core/view/snapshot';

/**
 * Where the reveal is on this page: unseen → open → running → done.
 * Only a page that has seen the result open reveals it by itself; one that is opened later starts at the end.
 */
export type Reveal =
  | { readonly stage: 'unseen' | 'open' | 'done' }
  | { readonly stage: 'running'; readonly step: number; readonly playing: boolean };

export type RevealMove = 'next' | 'back' | 'toggle' | 'skip' | 'again' | 'elapsed';

/** What a newer board makes of it. */
export function revealOnBoard(reveal: Reveal, { awards, rounds, freeze }: Snapshot): Reveal {
  if (awards === null || rounds === 0) return { stage: 'open' };
  if (reveal.stage === 'open' && freeze.revealed) return BEGINNING;
  return reveal.stage === 'running' ? reveal : { stage: 'done' };
}

/** What somebody who steers it, or time, makes of it. @param steps how many there are */
export function revealOnMove(reveal: Reveal, move: RevealMove, steps: number): Reveal {
  if (move === 'again') return reveal.stage === 'done' || reveal.stage === 'running' ? BEGINNING : reveal;
  if (reveal.stage !== 'running') return reveal;
  const { step, playing } = reveal;
  switch (move) {
    case 'toggle':
      return { ...reveal, playing: !playing };
    case 'skip':
      return { stage: 'done' };
    case 'back':
      return { stage: 'running', step: Math.max(0, step - 1), playing: false };
    case 'next':
    case 'elapsed':
      if (step + 1 >= steps) return { stage: 'done' };
      return { stage: 'running', step: step + 1, playing: move === 'elapsed' && playing };
  }
}

const BEGINNING: Reveal = { stage: 'running', step: 0, playing: true };
