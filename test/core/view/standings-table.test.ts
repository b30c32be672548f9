import { play } from '../../../lib/core/game';
import { fixed } from '../../../lib/core/view/fixed';
import { standingsTable } from '../../../lib/core/view/standings-table';
import { aRound, anEvent, someLog, someRounds } from '../../support/builders';

test.each([
  [-0.04, 1, '0.0'],
  [-0, 1, '0.0'],
  [0.04, 1, '0.0'],
  [-0.06, 1, '-0.1'],
  [-12.345, 2, '-12.35'],
  [-0.004, 2, '0.00'],
])('%p with %i decimals is %s', (value, decimals, text) => {
  expect(fixed(value, decimals)).toBe(text);
});

test('who lost next to nothing stands at nothing', () => {
  const event = anEvent();
  const adjusted = { id: 'a', by: 'organizer', type: 'adjusted', points: -0.01, reason: 'late' } as const;
  const at = new Date(event.startsAt + 1000).toISOString();
  const log = [...someLog(), { ...adjusted, at, team: 'blue' }];
  const game = play(
    event,
    someRounds({ blue: [aRound({})], red: [aRound({ fast: 1 })] }),
    log,
    event.startsAt + 61_000,
  );
  expect(game.teams.find(({ team }) => team === 'blue')?.points).toBeCloseTo(-0.01);
  expect(standingsTable(event, game)).toMatch(/Blue.* 0\.0 /);
  expect(standingsTable(event, game)).not.toContain('-0');
});
