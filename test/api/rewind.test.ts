import { createAudienceApi } from '../../lib/api/audience-api';
import type { RoundRecord } from '../../lib/core/records/records';
import type { Snapshot } from '../../lib/core/view/snapshot';
import { anEntry, aRound, at, someLog, someRounds } from '../support/builders';
import { Office } from './call';

const nine = (red: RoundRecord['teams'][string]) =>
  someRounds({
    blue: Array.from({ length: 9 }, () => aRound({ fast: 60 })),
    red: Array.from({ length: 9 }, () => red),
  });

function anOffice(): Office {
  const office = new Office();
  office.rounds = nine(aRound({ failed: 60 }));
  office.now = at(570);
  return office;
}
const boardAt = async (office: Office, seconds: number | string) =>
  (await (await office.call('GET', `/api/scoreboard?at=${seconds}`)).json()) as Snapshot;

test('the board of an earlier moment is that of the last whole round before it', async () => {
  expect(await boardAt(anOffice(), 200)).toMatchObject({ rounds: 3, clock: { eventSeconds: 180, speed: 0 } });
});

test.each(['-1', '1.5', 'soon', '', '1e9', '99999999'])('"%s" is no moment', async (seconds) => {
  expect((await anOffice().call('GET', `/api/scoreboard?at=${seconds}`)).status).toBe(400);
});

test('whatever else is asked for is refused, so that no typo shows another moment', async () => {
  expect((await anOffice().call('GET', '/api/scoreboard?att=60')).status).toBe(400);
});

test('the same moment is folded once, however many ask and however the day goes on', async () => {
  const office = anOffice();
  const first = await boardAt(office, 120);
  office.rounds = [...office.rounds, { round: 9, startsAt: office.rounds[0]!.startsAt, teams: {} }];
  office.realNow += 5000;
  // Had it been drawn again, it would have been drawn by this clock.
  expect((await boardAt(office, 125)).clock.asOf).toBe(first.clock.asOf);
});

test.each<[string, (office: Office) => void]>([
  ['a fact of before it is known later', (office) => office.log.push(anEntry('traffic', 30, { factor: 2 }))],
  [
    'an entry of before it is taken back',
    (office) => office.log.push(anEntry('retracted', 560, { entry: 'slip', reason: 'a slip' })),
  ],
  ['half a minute has passed', (office) => (office.realNow += 31_000)],
])('it is folded anew when %s', async (_when, change) => {
  const office = anOffice();
  office.log = someLog(anEntry('announced', 20, { text: 'oops' }, { id: 'slip' }));
  const first = await boardAt(office, 120);
  office.realNow += 2000;
  change(office);
  expect((await boardAt(office, 120)).clock.asOf).not.toBe(first.clock.asOf);
});

test('a replay answers for the board alone', async () => {
  const { ports } = anOffice();
  const api = createAudienceApi(ports);
  const status = async (path: string) => (await api.request(`http://localhost${path}`)).status;
  expect(await status('/api/scoreboard?at=60')).toBe(200);
  expect(await status('/api/organizer')).toBe(404);
  expect(await status('/api/session')).toBe(404);
});
