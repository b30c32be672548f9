import type { GameOutcome } from '../outcome';
import type { Condition } from './conditions';
import { spreadOf, type Spread } from './statistics';

/** How teams of one profile fared under an experiment, over all seeds. Times are event seconds from an impact's start. */
export interface ResponseFinding {
  /** Id of the experiment's condition. */
  readonly condition: string;
  readonly profile: string;
  /** Impacts that started while the experiment was felt. */
  readonly impacts: number;
  /** Games in which none started and none was open when it began: it did no harm. */
  readonly unharmed: number;
  /** Games in which none started, because one was open already. */
  readonly alreadyDown: number;
  /** Time to the declaration; null when none was declared. Those that were not are `undetected`. */
  readonly detect: Spread | null;
  readonly undetected: number;
  /** Time to the impact's end; null when none ended. Those that did not are `unrecovered`. */
  readonly recover: Spread | null;
  readonly unrecovered: number;
}

export function responseFinding(
  { id, fromSeconds, untilSeconds }: Condition,
  roundSeconds: number,
  profile: string,
  outcomes: readonly GameOutcome[],
): ResponseFinding {
  // An impact starts with the round in which it is first seen, which may begin before the experiment does.
  const first = Math.floor(fromSeconds / roundSeconds) * roundSeconds;
  const started = outcomes.map(({ impacts }) =>
    impacts.filter(({ startSeconds }) => startSeconds >= first && startSeconds < untilSeconds),
  );
  const wasDown = outcomes.map(({ impacts }) =>
    impacts.some(({ startSeconds, endSeconds }) => startSeconds < first && (endSeconds ?? Infinity) > first),
  );
  const quiet = started.map((impacts, game) => impacts.length === 0 && !wasDown[game]).filter(Boolean).length;
  const alreadyDown = started.map((impacts, game) => impacts.length === 0 && wasDown[game]).filter(Boolean).length;
  const all = started.flat();
  const detected = all.flatMap(({ startSeconds, declaredAtSeconds }) =>
    declaredAtSeconds === null ? [] : [Math.max(0, declaredAtSeconds - startSeconds)],
  );
  const recovered = all.flatMap(({ startSeconds, endSeconds }) =>
    endSeconds === null ? [] : [endSeconds - startSeconds],
  );
  return {
    condition: id,
    profile,
    impacts: all.length,
    unharmed: quiet,
    alreadyDown,
    detect: spreadOf(detected),
    undetected: all.length - detected.length,
    recover: spreadOf(recovered),
    unrecovered: all.length - recovered.length,
  };
}
