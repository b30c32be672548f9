import type { Player, Seat } from '../../rehearsal/player';

/** Declares an incident now. @param occasion unique for the team */
export function declare({ team, stage, journal }: Seat, occasion: string): void {
  const { id } = team.team;
  journal.addFact(stage.eventSeconds, {
    id: `${id}-declares-${occasion}`,
    by: `team:${id}`,
    type: 'incident-declared',
    team: id,
    text: 'Something may be wrong.',
  });
}

/** Declares an incident every minute, whatever happens. @param repairing who plays the team otherwise */
export function declaresEveryMinute(seat: Seat, repairing: Player): Player {
  for (let at = 30; at < seat.journal.event.durationSeconds; at += 60) {
    seat.stage.agenda.add(at, () => declare(seat, `minute-${at}`));
  }
  return repairing;
}
