import { play } from '../../../lib/core/game';
import type { LogEntry } from '../../../lib/core/records/records';
import { anEntry, anEvent, aRound, at, someLog, someRounds } from '../../support/builders';

test('a run that was refused changes nobody’s points: neither those of the team it was meant for nor those of the others', () => {
  const event = anEvent({ experiments: [{ experiment: 'stop', atSeconds: 60 }] });
  const bad = [aRound({ fast: 60 }), aRound({ failed: 60 }), aRound({ fast: 60 }), aRound({ fast: 60 })];
  const rounds = someRounds({ blue: bad, red: bad });
  const told = (run: string, team: string) => ({ run, experiment: 'stop', team });
  const began = anEntry('experiment-started', 60, told('stop-0-blue', 'blue'));
  const refused = anEntry('experiment-refused', 60, { ...told('stop-0-red', 'red'), reason: 'no instance runs' });
  const game = (...log: LogEntry[]) =>
    play(event, rounds, someLog(...log), at(600)).teams.map(({ team, points, lines, impacts }) => ({
      team,
      points,
      lines,
      impacts,
    }));
  expect(game(began, refused)).toEqual(game(began));
  expect(new Set(game(began, refused).map(({ points }) => points)).size).toBe(1);
});
