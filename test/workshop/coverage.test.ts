import { failureClasses } from '../../lib/core/experiments/failure-class';
import { coverageOf, type Covered } from '../../lib/workshop/coverage';
import { coverageTable } from '../../lib/workshop/coverage-table';
import { aPastIncident } from './a-past-incident';

const nothing: Covered = { incidents: [], experiments: [], editions: [] };
const stateOf = (covered: Covered) =>
  coverageOf(covered).find(({ failureClass }) => failureClass === 'dependency')?.state;

const slow = { id: 'slow', failureClass: 'dependency' as const };
const edition = (...experiments: string[]) => ({
  edition: 'Edition 1',
  experiments: experiments.map((experiment) => ({ experiment, failureClass: 'dependency' as const, teams: 2 })),
});

test('every failure class is there once', () => {
  expect(
    coverageOf(nothing)
      .map(({ failureClass }) => failureClass)
      .sort(),
  ).toEqual([...failureClasses].sort());
});

test.each([
  ['has happened, and nothing tries it', { incidents: [aPastIncident()] }, 'no experiment'],
  ['has an experiment, and no edition is known', { incidents: [aPastIncident()], experiments: [slow] }, 'covered'],
  [
    'has an experiment that no edition played',
    { incidents: [aPastIncident()], experiments: [slow], editions: [edition()] },
    'never played',
  ],
  ['was played', { incidents: [aPastIncident()], experiments: [slow], editions: [edition('slow')] }, 'covered'],
  ['was played by another scenario', { incidents: [aPastIncident()], editions: [edition('other')] }, 'covered'],
  ['never happened', { experiments: [slow], editions: [edition('slow')] }, 'no incident'],
] as const)('a class that %s', (_, parts, state) => {
  expect(stateOf({ ...nothing, ...parts })).toBe(state);
});

test('gaps come first, the dearest of them at the top', () => {
  const incidents = [
    aPastIncident({ failureClass: 'observability', minutesToRecover: 10 }),
    aPastIncident({ failureClass: 'dependency', minutesToRecover: 900 }),
    aPastIncident({ failureClass: 'people and process', minutesToRecover: 50 }),
    aPastIncident({ failureClass: 'people and process', minutesToRecover: undefined }),
  ];
  const classes = coverageOf({ incidents, experiments: [slow], editions: [edition('slow')] });
  expect(classes.slice(0, 3)).toEqual([
    {
      failureClass: 'people and process',
      incidents: 2,
      minutesToRecover: 50,
      unknown: 1,
      experiments: [],
      played: [],
      state: 'no experiment',
    },
    {
      failureClass: 'observability',
      incidents: 1,
      minutesToRecover: 10,
      unknown: 0,
      experiments: [],
      played: [],
      state: 'no experiment',
    },
    {
      failureClass: 'dependency',
      incidents: 1,
      minutesToRecover: 900,
      unknown: 0,
      experiments: ['slow'],
      played: [{ edition: 'Edition 1', experiments: ['slow'] }],
      state: 'covered',
    },
  ]);
  expect(coverageTable(classes).split('\n')[1]).toMatch(
    /^people and process +2 +50 \+ 1 unknown +- +- +no experiment$/,
  );
});
