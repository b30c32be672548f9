import { stepClasses } from '../../lib/core/records/records';
import { oddTeams } from './bad-teams';
import type { EngineName } from './load-child';
import { holding, offered, runAgainst, type OddRun } from './load-runs';

/**
 * Windows come in pairs, of which only the first begins journeys: what is sent late in it counts in the second, so that each pair
 * can be judged by itself. The first pair warms up.
 */
const journeysPerWindow = [2, 0, 4, 0, 4, 0, 4, 0];
const judgedPairs = [2, 4, 6];
const mostRuns = 6;

/** What every engine must make of a good team and of bad teams beside it, all at once. @param leadMs from the order to the first window */
export function describeEngine(engine: EngineName, leadMs: number): void {
  describe(`the ${engine} engine against a good team and bad teams beside it`, () => {
    let run: OddRun;
    beforeAll(async () => {
      // Windows that the engine itself was late for, because this machine was busy, say nothing: then once more.
      for (let attempt = 0; attempt < mostRuns; attempt++) {
        run = await runAgainst(engine, oddTeams, journeysPerWindow, leadMs);
        if (oddTeams.every(({ id }) => pairsOf(run, id).length > 0)) return;
      }
    }, 180_000);

    test('ends by itself, without a complaint', () => {
      expect(run).toMatchObject({ code: 0, problem: '' });
    });

    test.each(oddTeams)('$rule', ({ id, perJourney }) => {
      const each = { fast: 0, acceptable: 0, slow: 0, faulty: 0, failed: 0, ...perJourney };
      const pairs = pairsOf(run, id);
      expect(pairs.length).toBeGreaterThan(0);
      for (const counts of pairs) {
        const perStep = Object.fromEntries(stepClasses.map((name) => [name, 4 * each[name]]));
        expect(counts).toEqual({ expected: 4 * 5, ...perStep });
      }
    });

    test('every window of every team is told, and none offers more than expected', () => {
      const lines = holding(run.lines);
      expect(lines).toHaveLength(oddTeams.length * journeysPerWindow.length);
      expect(lines.filter((line) => offered(line) > line.expected)).toEqual([]);
    });

    test('a step that is never sent reaches no server', () => {
      const journeys = journeysPerWindow.reduce((sum, count) => sum + count, 0);
      expect(run.received.get('hangs')).toBeGreaterThan(0);
      expect(run.received.get('hangs')).toBeLessThanOrEqual(journeys);
    });

    test('a team that hangs shows the timeout as its latency', () => {
      const hung = holding(run.lines).filter((line) => line.team === 'hangs' && offered(line) > 0);
      expect(hung.length).toBeGreaterThan(0);
      expect(hung.filter((line) => line.p50Ms < 900)).toEqual([]);
    });
  });
}

/** A team's counts of each judged pair of windows that the engine was not late for. */
function pairsOf({ lines }: OddRun, team: string) {
  const ofTeam = holding(lines).filter((line) => line.team === team);
  return judgedPairs.flatMap((first) => {
    const pair = ofTeam.filter((line) => line.window === first || line.window === first + 1);
    if (pair.length < 2 || pair.some((line) => line.flags.length > 0)) return [];
    const sum = { expected: 0, fast: 0, acceptable: 0, slow: 0, faulty: 0, failed: 0 };
    for (const line of pair) for (const name of ['expected', ...stepClasses] as const) sum[name] += line[name];
    return [sum];
  });
}
