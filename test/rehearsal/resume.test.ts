import type { GameDayEvent } from '../../lib/core/event/event';
import { anExperiment } from '../support/an-experiment';
import type { LogEntry, RoundRecord } from '../../lib/core/records/records';
import { journey } from '../../scenarios/rental-market/journey';
import { nobody, type Player, type Seat } from '../../lib/rehearsal/player';
import { RehearsalJournal } from '../../lib/rehearsal/records/journal';
import { Rehearsal, type PlayedScenario } from '../../lib/rehearsal/rehearsal';
import { playRound } from '../../lib/rehearsal/virtual-play';
import { anApplication, aTemplate, backTier, halfCpu, webGroup } from '../arena/tiny';
import { anEvent } from '../support/builders';

const rounds = 24;
const event: GameDayEvent = anEvent({
  durationSeconds: rounds * 60,
  traffic: [{ atSeconds: 0, stepsPerSecond: 30 }],
  experiments: [{ experiment: 'stop', atSeconds: 400 }],
});
const scenario: PlayedScenario = {
  // Each request leaks, and a small machine spends its credits: what happens later depends on all that was before.
  application: anApplication({ tier: { leakPerRequestKib: 60 }, journey: ['page', 'buy', 'page'] }),
  journey: { id: 'tiny', steps: 3, stepNames: ['page', 'buy', 'page'], start: journey.start },
  experiments: [anExperiment({ durationSeconds: 300 })],
};
const poor = { InstanceType: 't3.micro', CreditSpecification: { CPUCredits: 'standard' } };
const good = aTemplate(webGroup(), halfCpu, backTier());
const spoiled = aTemplate(webGroup({}, poor), halfCpu, backTier());
const synthesis = { good, spoiled, spoiledBy: { poor: spoiled } };

/** A rehearsal in memory, with everything it wrote down. */
function aRehearsal(player: (seat: Seat) => Player, known: { rounds: RoundRecord[]; log: LogEntry[] }) {
  const written = { rounds: [...known.rounds], log: [...known.log] };
  const sink = {
    appendRound: (record: RoundRecord) => void written.rounds.push(record),
    appendLog: (entry: LogEntry) => void written.log.push(entry),
  };
  const journal = new RehearsalJournal(event, sink, known);
  journal.addFact(0, { id: 'started', by: 'organizer', type: 'started' });
  return { rehearsal: new Rehearsal({ scenario, synthesis, journal, seed: 5, player }), written };
}

function played(rehearsal: Rehearsal, from: number, until: number): void {
  rehearsal.simulateTraffic();
  for (let round = from; round < until; round += 1) playRound(rehearsal, round);
}

/** The same event twice: in one go, and interrupted after some rounds. */
function twice(player: (seat: Seat) => Player, interruptedAfter: number) {
  const whole = aRehearsal(player, { rounds: [], log: [] });
  played(whole.rehearsal, 0, interruptedAfter);
  const left = { rounds: [...whole.written.rounds], log: [...whole.written.log] };
  played(whole.rehearsal, interruptedAfter, rounds);
  const resumed = aRehearsal(player, left);
  resumed.rehearsal.catchUp(interruptedAfter);
  played(resumed.rehearsal, interruptedAfter, rounds);
  return { whole, resumed };
}

const worlds = ({ stage }: Rehearsal) => stage.teams.map(({ world }) => world);

test.each([1, 9, 20])('worlds that went on after round %i are as old as those that were never stopped', (after) => {
  const { whole, resumed } = twice(() => nobody, after);
  expect(resumed.written.rounds).toEqual(whole.written.rounds);
  expect(worlds(resumed.rehearsal).map((world) => world.transitions())).toEqual(
    worlds(whole.rehearsal).map((world) => world.transitions()),
  );
  expect(worlds(resumed.rehearsal).map((world) => world.resources())).toEqual(
    worlds(whole.rehearsal).map((world) => world.resources()),
  );
});

test('repairs are there again, and what they mend', () => {
  const repairer = ({ team, stage }: Seat): Player => ({
    see: ({ atSeconds, notBeforeSeconds }) => {
      if (atSeconds !== 180 || atSeconds < notBeforeSeconds) return;
      stage.agenda.add(atSeconds, () => team.repair('poor'));
    },
  });
  const { whole, resumed } = twice(repairer, 9);
  const ends = [whole, resumed].map(({ rehearsal, written }) => ({
    present: rehearsal.stage.teams.map((team) => team.present()),
    resources: worlds(rehearsal).map((world) => world.resources()),
    repaired: written.log.filter(({ type }) => type === 'repaired'),
  }));
  expect(ends[0]?.repaired).toHaveLength(2);
  expect(ends[1]).toEqual(ends[0]);
});
