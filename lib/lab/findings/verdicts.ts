import { profileIds } from '../variants';
import type { PlayerFinding } from './player-finding';
import { mean, shareOf } from './statistics';
import { LEAST_SHARE, type WeaknessFinding } from './weakness-finding';

/** Something that a fair scenario promises, and whether it was kept. */
export interface FairnessVerdict {
  /** Such as `matters/one-zone`; unique. */
  readonly id: string;
  readonly passed: boolean;
  /** In words, with the numbers that decided. */
  readonly reason: string;
}

/** Share of a clean team's points that no weakness may exceed: it alone would decide the day. */
const MOST_SHARE = 0.4;
/** Share of seeds in which the better way to play must win. */
const SURE = 0.95;

/** What the verdicts are about. Points and losses are by seed, in the same order. */
export interface Evidence {
  readonly weaknesses: readonly WeaknessFinding[];
  /** The clean team, every profile and every strategy. */
  readonly players: readonly PlayerFinding[];
}

/** All verdicts on a scenario under an event. */
export function verdictsOf({ weaknesses, players }: Evidence): readonly FairnessVerdict[] {
  const clean = players.find(({ kind }) => kind === 'clean');
  const steady = players.find(({ kind, id }) => kind === 'profile' && id === 'steady');
  if (clean === undefined || steady === undefined) throw new Error('a lab plays the clean team and every profile');
  return [
    cleanEarns(clean),
    ...weaknesses.flatMap((weakness) => [matters(weakness), isBounded(weakness)]),
    ...weaknesses.map((weakness) => cleanBeatsWeakness(weakness)),
    ...players.filter(({ kind }) => kind !== 'clean').map((player) => cleanWins(clean, player)),
    ...players.filter(({ kind }) => kind === 'strategy').map((player) => steadyBeats(steady, player)),
    ...profileOrder(players),
  ];
}

function cleanEarns({ points }: PlayerFinding): FairnessVerdict {
  const passed = points.every((each) => each > 0);
  return { id: 'clean-earns', passed, reason: `the clean team earns ${number(Math.min(...points))} points or more` };
}

function matters({ id, title, share, seeds, lost, exposedBy }: WeaknessFinding): FairnessVerdict {
  const passed = share >= LEAST_SHARE;
  const cost = `"${title}" costs ${percent(share)} of a clean team's points, in ${seeds} of ${lost.length} seeds 1 % or more`;
  const wanted = `; it must cost ${percent(LEAST_SHARE)}, and should be exposed by: ${exposedBy}`;
  return { id: `matters/${id}`, passed, reason: passed ? cost : cost + wanted };
}

function isBounded({ id, title, share }: WeaknessFinding): FairnessVerdict {
  const passed = share <= MOST_SHARE;
  return {
    id: `bounded/${id}`,
    passed,
    reason: `"${title}" alone costs ${percent(share)} of a clean team's points, where ${percent(MOST_SHARE)} are the most`,
  };
}

function cleanBeatsWeakness({ id, title, lost }: WeaknessFinding): FairnessVerdict {
  const wins = shareOf(lost, (loss) => loss > 0);
  return {
    id: `clean-beats-weakness/${id}`,
    passed: wins >= SURE,
    reason: `the clean team beats the one with "${title}" in ${percent(wins)} of seeds`,
  };
}

function cleanWins(clean: PlayerFinding, player: PlayerFinding): FairnessVerdict {
  const wins = winsOf(clean, player);
  return {
    id: `clean-beats/${player.id}`,
    passed: wins >= SURE,
    reason: `the clean team beats "${player.title}" in ${percent(wins)} of seeds`,
  };
}

function steadyBeats(steady: PlayerFinding, player: PlayerFinding): FairnessVerdict {
  const wins = winsOf(steady, player);
  return {
    id: `steady-beats/${player.id}`,
    passed: wins >= SURE && mean(steady.points) > mean(player.points),
    reason:
      `a steady team beats "${player.title}" in ${percent(wins)} of seeds, ` +
      `and has ${number(mean(steady.points))} points to ${number(mean(player.points))} in the mean`,
  };
}

function profileOrder(players: readonly PlayerFinding[]): FairnessVerdict[] {
  const pointsOf = (id: string): number =>
    mean(players.find((player) => player.kind === 'profile' && player.id === id)?.points ?? []);
  return profileIds.slice(1).map((worse, index) => {
    const better = profileIds[index] ?? worse;
    return {
      id: `skill/${better}-over-${worse}`,
      passed: pointsOf(better) > pointsOf(worse),
      reason: `${better} has ${number(pointsOf(better))} points in the mean, ${worse} ${number(pointsOf(worse))}`,
    };
  });
}

/** Share of seeds in which one has more points than the other. */
const winsOf = (one: PlayerFinding, other: PlayerFinding): number =>
  shareOf(one.points, (points, seed) => points > (other.points[seed] ?? Infinity));

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const number = (value: number): string => Math.round(value).toLocaleString('en');
