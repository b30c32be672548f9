import type { GameDayEvent } from '../../core/event/event';
import type { ExperimentCard } from '../../core/experiments/experiment';
import type { RehearsalJournal } from '../records/journal';
import type { Stage } from './stage';

/** Puts the event's experiments on the agenda: each strikes every team it is planned for at the same instant, and ends by itself. */
export function planExperiments(
  event: GameDayEvent,
  cards: readonly ExperimentCard[],
  stage: Stage,
  journal: RehearsalJournal,
): void {
  event.experiments.forEach(({ experiment, atSeconds, forSeconds, teams }, index) => {
    const card = cards.find(({ id }) => id === experiment);
    if (card === undefined) throw new Error(`the event was checked, yet no experiment is called ${experiment}`);
    const lasting = forSeconds ?? card.durationSeconds;
    for (const team of teams ?? event.teams.map(({ id }) => id)) {
      const run = `${experiment}-${index}-${team}`;
      stage.agenda.add(atSeconds, () => {
        stage.inflict(team, card.fault, lasting);
        journal.addFact(stage.eventSeconds, {
          id: `${run}-started`,
          by: 'organizer',
          type: 'experiment-started',
          run,
          experiment,
          team,
        });
      });
      stage.agenda.add(atSeconds + lasting, () =>
        journal.addFact(stage.eventSeconds, {
          id: `${run}-ended`,
          by: 'organizer',
          type: 'experiment-ended',
          run,
          outcome: 'completed',
          reason: 'its time was up',
        }),
      );
    }
  });
}
