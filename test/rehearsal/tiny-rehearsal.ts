import type { GameDayEvent } from '../../lib/core/event/event';
import type { LogEntry, RoundRecord } from '../../lib/core/records/records';
import type { Player, Seat } from '../../lib/rehearsal/player';
import { RehearsalClock } from '../../lib/rehearsal/clock';
import { RehearsalJournal } from '../../lib/rehearsal/records/journal';
import { Rehearsal, type PlayedScenario } from '../../lib/rehearsal/rehearsal';
import { playRound } from '../../lib/rehearsal/virtual-play';
import { journey } from '../../scenarios/rental-market/journey';
import { anApplication, aTemplate, backTier, halfCpu, webGroup } from '../arena/tiny';

/** A scenario of one page whose web servers leak with each request, so that what happens later depends on all that was before. */
export const tinyScenario = (experiments: PlayedScenario['experiments']): PlayedScenario => ({
  application: anApplication({ tier: { leakPerRequestKib: 60 }, journey: ['page', 'buy', 'page'] }),
  journey: { id: 'tiny', steps: 3, stepNames: ['page', 'buy', 'page'], start: journey.start },
  experiments,
});

/** Small machines that spend their credits. */
const poor = { InstanceType: 't3.micro', CreditSpecification: { CPUCredits: 'standard' } };
const good = aTemplate(webGroup(), halfCpu, backTier());
const spoiled = aTemplate(webGroup({}, poor), halfCpu, backTier());
const synthesis = { good, spoiled, spoiledBy: { poor: spoiled } };

export interface Written {
  readonly rounds: RoundRecord[];
  readonly log: LogEntry[];
}

/** A rehearsal in memory, with everything it wrote down. @param known what another one wrote before */
export function aRehearsal(
  event: GameDayEvent,
  scenario: PlayedScenario,
  player: (seat: Seat) => Player,
  known: Written = { rounds: [], log: [] },
): { readonly rehearsal: Rehearsal; readonly written: Written } {
  const { journal, written } = aJournal(event, known);
  journal.addFact(0, { id: 'started', by: 'organizer', type: 'started' });
  return { rehearsal: new Rehearsal({ scenario, synthesis, journal, seed: 5, player }), written };
}

/** Plays rounds, and lets something be done after each. */
export function played(
  rehearsal: Rehearsal,
  from: number,
  until: number,
  afterRound: (round: number) => void = () => undefined,
): void {
  rehearsal.simulateTraffic();
  for (let round = from; round < until; round += 1) {
    playRound(rehearsal, round);
    afterRound(round);
  }
}

/** All that can be seen of the worlds. */
export const worldsOf = ({ stage }: Rehearsal) =>
  stage.teams.map(({ world }) => ({ transitions: world.transitions(), resources: world.resources() }));

/** The same, played as fast as it can be, for an organizer to start, steer and close. */
export function aSteeredRehearsal(
  event: GameDayEvent,
  scenario: PlayedScenario,
  player: (seat: Seat) => Player,
  known: Written = { rounds: [], log: [] },
): { readonly rehearsal: Rehearsal; readonly clock: RehearsalClock; readonly written: Written } {
  const { journal, written } = aJournal(event, known);
  const { newestAt = event.startsAt } = journal;
  const clock = new RehearsalClock(
    journal,
    0,
    journal.timeline.runs.length === 0 ? newestAt : journal.instant(0),
    newestAt,
  );
  journal.standBy(() => clock.now());
  return {
    rehearsal: new Rehearsal({ scenario, synthesis, journal, seed: 5, player, clock, steered: true }),
    clock,
    written,
  };
}

function aJournal(
  event: GameDayEvent,
  known: Written,
): { readonly journal: RehearsalJournal; readonly written: Written } {
  const written = { rounds: [...known.rounds], log: [...known.log] };
  const sink = {
    appendRound: (record: RoundRecord) => void written.rounds.push(record),
    appendLog: (entry: LogEntry) => void written.log.push(entry),
  };
  return { journal: new RehearsalJournal(event, sink, known), written };
}
