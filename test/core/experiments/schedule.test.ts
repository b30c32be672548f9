import fc from 'fast-check';
import type { PlannedExperiment } from '../../../lib/core/event/event';
import { plannedRuns } from '../../../lib/core/experiments/schedule';
import { anEvent } from '../../support/builders';

const day = { durationSeconds: 14_400 };
const runs = (experiments: readonly PlannedExperiment[], name = 'Test GameDay') =>
  plannedRuns(anEvent({ ...day, name, experiments }), () => 300);
const instants = (experiments: readonly PlannedExperiment[], team: string, name?: string) =>
  runs(experiments, name)
    .filter((run) => run.team === team)
    .map(({ atSeconds }) => atSeconds);

test('every team that an experiment is planned for gets it, for the length of the file or else its own', () => {
  expect(
    runs([
      { experiment: 'stop', atSeconds: 600 },
      { experiment: 'slow', atSeconds: 60, forSeconds: 120, teams: ['red'] },
    ]),
  ).toEqual([
    { run: 'slow-1-red', experiment: 'slow', team: 'red', atSeconds: 60, forSeconds: 120 },
    { run: 'stop-0-blue', experiment: 'stop', team: 'blue', atSeconds: 600, forSeconds: 300 },
    { run: 'stop-0-red', experiment: 'stop', team: 'red', atSeconds: 600, forSeconds: 300 },
  ]);
});

test('a jitter moves teams apart, the same way whenever it is asked, and differently in another event', () => {
  const two = [3600, 7200].map((atSeconds) => ({ experiment: 'stop', atSeconds, jitterSeconds: 600 }));
  expect(instants(two, 'blue')).not.toEqual(instants(two, 'red'));
  expect(instants(two, 'blue')).toEqual(instants(two, 'blue'));
  expect(instants(two, 'blue')).not.toEqual(instants(two, 'blue', 'Another GameDay'));
});

test('an experiment whose jitter has no partner strikes every team at the planned instant', () => {
  expect(instants([{ experiment: 'stop', atSeconds: 3600, jitterSeconds: 600 }], 'red')).toEqual([3600]);
});

const planned: fc.Arbitrary<PlannedExperiment> = fc.record(
  {
    experiment: fc.constantFrom('stop', 'slow', 'zone'),
    atSeconds: fc.integer({ min: 1000, max: 13_000 }),
    teams: fc.constantFrom<string[]>(['blue'], ['red'], ['blue', 'red']),
    jitterSeconds: fc.integer({ min: 0, max: 900 }),
  },
  { requiredKeys: ['experiment', 'atSeconds'] },
);

test('in sum no team has an earlier day than planned, and no run leaves its jitter', () => {
  fc.assert(
    fc.property(fc.array(planned, { maxLength: 9 }), fc.string({ minLength: 1, maxLength: 8 }), (experiments, name) => {
      const all = runs(experiments, name);
      for (const team of ['blue', 'red']) {
        const due = experiments.filter(({ teams }) => teams === undefined || teams.includes(team));
        const sum = (list: readonly { readonly atSeconds: number }[]) =>
          list.reduce((total, { atSeconds }) => total + atSeconds, 0);
        expect(sum(all.filter((run) => run.team === team))).toBe(sum(due));
      }
      for (const { run, team, atSeconds } of all) {
        const index = Number(
          run
            .slice(0, -team.length - 1)
            .split('-')
            .at(-1),
        );
        const { atSeconds: meant, jitterSeconds = 0 } = experiments[index]!;
        expect(Math.abs(atSeconds - meant)).toBeLessThanOrEqual(jitterSeconds);
      }
    }),
  );
});
