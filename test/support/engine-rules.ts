import type { EngineName } from './load-child';
import { oddTeams } from './bad-teams';
import { holding, offered, runAgainst, totals, undisturbedRun, type OddRun } from './load-runs';

/** Nothing begins in the last window, so that no journey is cut by the end. */
const journeysPerWindow = [4, 4, 4, 0];
const journeys = 12;

/** What every engine must make of a good team and of bad teams beside it, all at once. @param leadMs from the order to the first window */
export function describeEngine(engine: EngineName, leadMs: number): void {
  describe(`the ${engine} engine against a good team and bad teams beside it`, () => {
    let run: OddRun;
    beforeAll(async () => {
      run = await undisturbedRun(() => runAgainst(engine, oddTeams, journeysPerWindow, leadMs));
    }, 90_000);

    test('ends by itself, without a complaint', () => {
      expect(run).toMatchObject({ code: 0, problem: '' });
    });

    test.each(oddTeams)('$rule', ({ id, perJourney, innocentJourneys = 0 }) => {
      const none = { fast: 0, acceptable: 0, slow: 0, faulty: 0, failed: 0 };
      const each = { ...none, ...perJourney };
      const guilty = journeys - innocentJourneys;
      expect(totals(run.lines, id)).toEqual({
        expected: journeys * 5,
        fast: each.fast * guilty + innocentJourneys * 5,
        acceptable: 0,
        slow: 0,
        faulty: each.faulty * guilty,
        failed: each.failed * guilty,
      });
    });

    test('every window of every team is told, and none offers more than expected', () => {
      const lines = holding(run.lines);
      expect(lines).toHaveLength(oddTeams.length * journeysPerWindow.length);
      for (const line of lines) expect(offered(line)).toBeLessThanOrEqual(line.expected);
    });

    test('a step that is never sent reaches no server', () => {
      expect(run.received.get('hangs')).toBe(journeys);
      expect(run.received.get('forgets')).toBe(journeys * 5);
    });

    test('a team that hangs shows the timeout as its latency', () => {
      const hung = holding(run.lines).filter((line) => line.team === 'hangs' && line.expected > 0);
      expect(hung.length).toBeGreaterThan(0);
      for (const line of hung) expect(line.p50Ms).toBeGreaterThanOrEqual(900);
    });
  });
}
