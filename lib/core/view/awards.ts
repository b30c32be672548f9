import type { GameDayEvent } from '../event/event';
import type { Game, GameTeam } from '../game';
import { pointsAtEnds } from './history';

/** A prize beside the points. */
export interface Award {
  readonly kind: 'detection' | 'availability' | 'value' | 'improved' | 'comeback';
  /** Whose it is, in standings order: several when nothing tells them apart, none when nobody earned it. */
  readonly teams: readonly string[];
  /**
   * What it was won with, of `detection` mean seconds from an impact's start to its declaration, of `availability` the share of steps served
   * well, of `value` points per USD spent, of `improved` points per planned step won from the first half to the second, of `comeback`
   * places made good; null when nobody earned it.
   */
  readonly value: number | null;
}

/** A team's figure, greater is better; undefined where the award is none of its. */
type Figure = (team: GameTeam) => number | undefined;

/** The awards of a game, always all of them, in the order in which they are handed out. */
export function awardsOf({ rules }: GameDayEvent, game: Game): readonly Award[] {
  const worst = worstPlaces(game);
  const half = game.rounds[Math.floor(game.rounds.length / 2)]?.round ?? 0;
  const soonest = awarded('detection', game, (team) => negative(meanDetection(team, rules.detect.withinSeconds)));
  return [
    { ...soonest, value: soonest.value === null ? null : -soonest.value + 0 },
    awarded('availability', game, ({ served, rounds }) => (rounds.some(isChecked) ? served : undefined)),
    awarded('value', game, ({ points, spendUsd }) => (points > 0 && spendUsd > 0 ? points / spendUsd : undefined)),
    awarded('improved', game, (team) => aboveNothing(improvement(team, half))),
    awarded('comeback', game, ({ team, rank }) => aboveNothing((worst.get(team) ?? rank) - rank)),
  ];
}

function awarded(kind: Award['kind'], { teams }: Game, figure: Figure): Award {
  const figures = teams.flatMap((team) => {
    const value = figure(team);
    // Equal figures that were added up in another order differ in their last digits.
    return value === undefined ? [] : [{ team: team.team, value: Number(value.toPrecision(9)) }];
  });
  if (figures.length === 0) return { kind, teams: [], value: null };
  const best = Math.max(...figures.map(({ value }) => value));
  return { kind, teams: figures.filter(({ value }) => value === best).map(({ team }) => team), value: best };
}

/**
 * Mean seconds from the start of a team's impacts to their declarations. One that was declared late or never counts as `most`, so that
 * nobody wins by declaring the easy one alone; undefined where none was declared.
 */
function meanDetection({ impacts }: GameTeam, most: number): number | undefined {
  if (impacts.every(({ declaredAtSeconds }) => declaredAtSeconds === null)) return undefined;
  return mean(
    impacts.map(({ startSeconds, declaredAtSeconds }) =>
      declaredAtSeconds === null ? most : Math.min(most, Math.max(0, declaredAtSeconds - startSeconds)),
    ),
  );
}

/** Points per planned step in the checked rounds from `half` on, less those of the rounds before it. */
function improvement({ rounds }: GameTeam, half: number): number {
  const checked = rounds.filter(isChecked);
  const [before, after] = [checked.filter(({ round }) => round < half), checked.filter(({ round }) => round >= half)];
  if (before.length === 0 || after.length === 0) return 0;
  return mean(after.map(({ ratio }) => ratio)) - mean(before.map(({ ratio }) => ratio));
}

/** The worst place that each team held at the end of a round. The first quarter of the rounds is left out: places are won by chance there. */
function worstPlaces({ teams, rounds }: Game): ReadonlyMap<string, number> {
  const histories = teams.map(({ lines }) => pointsAtEnds(lines, rounds));
  const worst = teams.map(() => 1);
  for (let index = Math.ceil(rounds.length / 4); index < rounds.length; index += 1) {
    const then = histories.map((history) => history[index] ?? 0);
    const sorted = then.toSorted((a, b) => b - a);
    const places = new Map<number, number>();
    sorted.forEach((points, above) => {
      if (!places.has(points)) places.set(points, above + 1);
    });
    then.forEach((points, team) => {
      worst[team] = Math.max(worst[team]!, places.get(points)!);
    });
  }
  return new Map(teams.map(({ team }, index) => [team, worst[index]!]));
}

const isChecked = ({ verdict }: GameTeam['rounds'][number]): boolean => verdict !== 'unchecked';
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const negative = (value: number | undefined): number | undefined => (value === undefined ? undefined : -value);
const aboveNothing = (value: number): number | undefined => (value > 0 ? value : undefined);
