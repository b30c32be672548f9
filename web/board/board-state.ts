import type { Feed } from './poll';
import { nothingYet } from './poll';
import { revealOnBoard, revealOnMove, type Reveal, type RevealMove } from './reveal/reveal-state';
import { revealSteps, type RevealStep } from './reveal/reveal-steps';
import { holdSpotlights, type HeldSpotlights } from './side/spotlight';

/** What this page remembers beside the last answer. */
export interface BoardState {
  readonly feed: Feed;
  readonly reveal: Reveal;
  readonly held: HeldSpotlights | undefined;
}

export type BoardAction =
  | { readonly type: 'fed'; readonly feed: Feed; readonly atMs: number }
  | { readonly type: 'moved'; readonly move: RevealMove };

export const boardAtFirst: BoardState = { feed: nothingYet, reveal: { stage: 'unseen' }, held: undefined };

export function boardReducer(state: BoardState, action: BoardAction): BoardState {
  if (action.type === 'moved') {
    return { ...state, reveal: revealOnMove(state.reveal, action.move, stepsOf(state.feed).length) };
  }
  const { feed, atMs } = action;
  const { snapshot } = feed;
  if (snapshot === undefined) return { ...state, feed };
  return { feed, reveal: revealOnBoard(state.reveal, snapshot), held: holdSpotlights(state.held, snapshot, atMs) };
}

/** The pictures of the reveal of the board that was fetched last. */
export const stepsOf = ({ snapshot }: Feed): readonly RevealStep[] =>
  revealSteps(snapshot?.teams.length ?? 0, snapshot?.awards?.length ?? 0);
