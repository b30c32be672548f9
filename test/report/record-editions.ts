import { rmSync } from 'node:fs';
import path from 'node:path';
import { BotTeam } from '../../lib/rehearsal/bots/bot-team';
import { profileFor, type BotProfile } from '../../lib/rehearsal/bots/profile';
import { readEventFile } from '../../lib/rehearsal/records/event-on-disk';
import { RehearsalFolder } from '../../lib/rehearsal/records/folder';
import { RehearsalJournal, type Fact } from '../../lib/rehearsal/records/journal';
import { Rehearsal } from '../../lib/rehearsal/rehearsal';
import { playRound } from '../../lib/rehearsal/virtual-play';
import { loadScenario } from '../../lib/scenarios/catalogue';
import { synthesise } from '../../lib/scenarios/synth';

/**
 * Plays the two editions of `docs/two-editions` anew: `node --import tsx test/report/record-editions.ts`. The post-mortems in their folders
 * are written by hand, and stay.
 */
const home = path.join(__dirname, '../../docs/two-editions');

interface Recorded {
  readonly name: string;
  readonly seed: number;
  /** Of the teams, in the order of the event file. */
  readonly profiles: readonly BotProfile[];
  /** What teams said beside that, by hand: seconds of event time. */
  readonly said: readonly (readonly [number, Fact])[];
}

const slow = { ...profileFor('novice', 0), declares: [100, 220] as const };
const steady = { ...profileFor('steady', 0), declares: [60, 160] as const };
/** The second time they look at their graphs sooner, miss nothing, and have seen most of it before. */
const wiser = (profile: BotProfile): BotProfile => ({
  ...profile,
  declares: [15, 60],
  notices: 1,
  weighs: 3,
  spots: 0.8,
});

const team = (id: string) => ({ by: `team:${id}`, team: id });
const editions: readonly Recorded[] = [
  {
    name: 'first',
    seed: 3,
    profiles: [slow, steady, slow],
    said: [
      [2610, { id: 'alarm', type: 'incident-declared', ...team('cones'), text: 'It feels slow' }],
      [
        1020,
        { id: 'update', type: 'incident-updated', ...team('scoops'), text: 'A till is stuck', audience: 'internal' },
      ],
    ],
  },
  {
    name: 'second',
    seed: 4,
    profiles: [slow, steady, slow].map(wiser),
    said: [
      [990, { id: 'told', type: 'incident-updated', ...team('cones'), text: 'Some pages fail', audience: 'external' }],
      [1080, { id: 'fixed', type: 'incident-resolved', ...team('cones') }],
    ],
  },
];

async function record({ name, seed, profiles, said }: Recorded): Promise<void> {
  const event = await readEventFile(path.join(home, `${name}.yaml`));
  const folder = path.join(home, name);
  for (const file of ['event.yaml', 'rounds.jsonl', 'log.jsonl']) rmSync(path.join(folder, file), { force: true });
  const journal = new RehearsalJournal(event, RehearsalFolder.create(folder, event));
  journal.addFact(0, { id: 'started', by: 'organizer', type: 'started' });
  const scenario = await loadScenario(event.scenario);
  const synthesis = await synthesise(event.scenario);
  const rehearsal = new Rehearsal({
    scenario,
    synthesis,
    journal,
    seed,
    player: (seat, place) => new BotTeam(profiles[place]!, seat),
  });
  for (const [seconds, fact] of said) rehearsal.stage.agenda.add(seconds, () => journal.addFact(seconds, fact));
  rehearsal.simulateTraffic();
  for (let round = 0; round < rehearsal.rounds; round += 1) playRound(rehearsal, round);
  rehearsal.end();
}

void (async () => {
  for (const edition of editions) await record(edition);
})();
