import path from 'node:path';
import { readEventFile } from '../../lib/rehearsal/records/event-on-disk';
import { RehearsalJournal } from '../../lib/rehearsal/records/journal';
import { Rehearsal } from '../../lib/rehearsal/rehearsal';
import { playRound } from '../../lib/rehearsal/virtual-play';
import { loadScenario, scenarioFolder } from '../../lib/scenarios/catalogue';
import { synthesise } from '../../lib/scenarios/synth';
import { figure, type Figure } from './figure';

const SCENARIO = 'rental-market';
const RUNS = 3;

/** How fast the default event is played on one core when nothing is sent: four hours, four teams with their bots, the fold and all. */
export async function benchEvent(): Promise<Figure[]> {
  const [scenario, synthesis] = await Promise.all([loadScenario(SCENARIO), synthesise(SCENARIO)]);
  const event = await readEventFile(path.join(scenarioFolder(SCENARIO), 'event.yaml'));
  const seconds = Array.from({ length: RUNS }, (_, seed) => {
    const begun = performance.now();
    const journal = new RehearsalJournal(event);
    journal.addFact(0, { id: 'started', by: 'organizer', type: 'started' });
    const rehearsal = new Rehearsal({ scenario, synthesis, journal, seed });
    rehearsal.simulateTraffic();
    for (let round = 0; round < rehearsal.rounds; round += 1) playRound(rehearsal, round);
    rehearsal.end();
    return (performance.now() - begun) / 1000;
  });
  const hours = event.durationSeconds / 3600;
  const name = `default event, ${hours} h and ${event.teams.length} teams`;
  return [
    figure(
      `${name}: event-hours a second`,
      'h/s',
      seconds.map((each) => hours / each),
    ),
    figure(
      `${name}: faster than real time`,
      'times',
      seconds.map((each) => event.durationSeconds / each),
      '1,000',
    ),
  ];
}
