import { readOrder } from '../../../lib/core/records/order';
import { anEvent } from '../../support/builders';

const event = anEvent();
const line = (parts: object): string => JSON.stringify({ id: 'x', by: 'organizer', ...parts });
const declaration = { type: 'incident-declared', team: 'blue', text: 'Nobody can book.' };

test('what is ordered is an entry that only lacks its instant', () => {
  const fact = { id: 'x', by: 'team:blue', ...declaration };
  expect(readOrder(event, JSON.stringify(fact))).toEqual({ ok: true, fact });
  expect(readOrder(event, line({ type: 'stop-ordered' }))).toMatchObject({ ok: true });
});

test.each([
  ['what is no JSON', '{"id":"x', /not a JSON object/],
  ['a number', '7', /not a JSON object/],
  ['an instant of one’s own', line({ ...declaration, at: '2026-12-10T08:00:00Z' }), /holds "at"/],
  ['a kind that does not exist', line({ type: 'dance' }), /no log entry/],
  ['a key that does not exist', line({ ...declaration, colour: 'blue' }), /no log entry/],
  ['the clock by a team', line({ type: 'paused', by: 'team:blue' }), /a team may not write/],
  [
    'what only the rehearsal can know',
    line({ type: 'experiment-ended', run: 'a', outcome: 'completed', reason: '-' }),
    /cannot be ordered/,
  ],
  ['a team that does not exist', line({ ...declaration, team: 'green' }), /unknown team "green"/],
  ['a team in the name of another', line({ ...declaration, by: 'team:red' }), /may not write for team "blue"/],
  ['a stop by a team', line({ type: 'stop-ordered', by: 'team:blue' }), /a team may not write/],
])('%s is refused', (_what, text, reason) => {
  expect(readOrder(event, text)).toEqual({ ok: false, reason: expect.stringMatching(reason) as string });
});
