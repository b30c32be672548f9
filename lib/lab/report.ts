import type { NotModelled } from '../architecture/architecture';
import type { GameDayEvent } from '../core/event/event';
import { plannedStepsBetween } from '../core/time/traffic';
import { conditionOfRounds, conditionsOf, type Condition } from './findings/conditions';
import { playerFinding, type PlayerFinding } from './findings/player-finding';
import { responseFinding, type ResponseFinding } from './findings/response-finding';
import { meanRow } from './findings/statistics';
import { verdictsOf, type FairnessVerdict } from './findings/verdicts';
import { weaknessFinding, type LabWeakness, type WeaknessFinding } from './findings/weakness-finding';
import type { GameOutcome } from './outcome';
import { profileIds, variantsOf, type Variant } from './variants';

/**
 * What a lab found: `gameday lab --json` prints it. The same scenario, event and seeds give the same report to the last digit.
 * Points are the game's, durations and instants event seconds, shares 0 to 1.
 */
export interface LabReport {
  readonly version: 1;
  readonly scenario: string;
  readonly title: string;
  readonly event: {
    readonly name: string;
    readonly durationSeconds: number;
    readonly roundSeconds: number;
    /** Steps that the event plans for a team. */
    readonly plannedSteps: number;
  };
  /** Seeds are `firstSeed`, `firstSeed + 1`, … */
  readonly firstSeed: number;
  readonly seeds: number;
  readonly games: number;
  /** Whether every verdict was. */
  readonly passed: boolean;
  readonly verdicts: readonly FairnessVerdict[];
  readonly conditions: readonly Condition[];
  readonly weaknesses: readonly WeaknessFinding[];
  readonly players: readonly PlayerFinding[];
  readonly responses: readonly ResponseFinding[];
  /** Mean points of each round, rounded to a tenth, by the id of each player. */
  readonly pointsByRound: Readonly<Record<string, readonly number[]>>;
  /** Resources of the spoiled stack that the arena does not model, and what is assumed of them. */
  readonly notModelled: readonly NotModelled[];
}

/** What a lab knows of its scenario, for its report. */
export interface LabCard {
  readonly id: string;
  readonly title: string;
  readonly weaknesses: readonly LabWeakness[];
  readonly experiments: readonly { readonly id: string; readonly durationSeconds: number }[];
}

/** @param played every game's outcome, seed by seed, each in the order of `variantsOf` */
export function labReport(
  card: LabCard,
  event: GameDayEvent,
  firstSeed: number,
  played: readonly GameOutcome[],
  notModelled: readonly NotModelled[],
): LabReport {
  const variants = variantsOf(card.weaknesses);
  const seeds = played.length / variants.length;
  const outcomesOf = (variant: Variant): readonly GameOutcome[] =>
    played.filter((_, game) => game % variants.length === variants.indexOf(variant));
  const find = (kind: Variant['kind'], id: string): readonly GameOutcome[] =>
    outcomesOf(variants.find((variant) => variant.kind === kind && variant.id === id) as Variant);

  const conditions = conditionsOf(event, (id) => card.experiments.find((each) => each.id === id)?.durationSeconds ?? 0);
  const rounds = conditionOfRounds(event, conditions);
  const clean = find('clean', 'clean');
  const weaknesses = card.weaknesses.map((each) => weaknessFinding(each, rounds, clean, find('weakness', each.id)));
  const playing = variants.filter(({ kind }) => kind !== 'weakness');
  const players = playing.map((variant) => playerFinding(variant, outcomesOf(variant)));
  const verdicts = verdictsOf({ weaknesses, players });
  const responses = conditions
    .filter(({ kind }) => kind === 'experiment')
    .flatMap((condition) =>
      profileIds.map((id) => responseFinding(condition, event.roundSeconds, id, find('profile', id))),
    );
  const pointsByRound = playing.map((variant) => {
    const row = meanRow(outcomesOf(variant).map((outcome) => outcome.pointsByRound));
    return [variant.id, row.map((points) => Math.round(points * 10) / 10)] as const;
  });
  const { name, durationSeconds, roundSeconds } = event;
  return {
    version: 1,
    scenario: card.id,
    title: card.title,
    event: { name, durationSeconds, roundSeconds, plannedSteps: plannedStepsBetween(event, 0, durationSeconds) },
    firstSeed,
    seeds,
    games: played.length,
    passed: verdicts.every(({ passed }) => passed),
    verdicts,
    conditions,
    weaknesses,
    players,
    responses,
    pointsByRound: Object.fromEntries(pointsByRound),
    notModelled,
  };
}
