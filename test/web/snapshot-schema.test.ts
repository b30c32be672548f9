import { parseSnapshot } from '../../web/shared/snapshot-schema';
import { aSnapshot } from '../support/snapshots';

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test.each([0, 1, 50, 240])('a snapshot after %d rounds is let in as it is', (rounds) => {
  const snapshot = aSnapshot({ teams: 20, rounds });
  expect(parseSnapshot(asJson(snapshot))).toEqual(snapshot);
});

const good = aSnapshot();
test.each<[string, unknown]>([
  ['nothing', null],
  ['a page of HTML', '<html></html>'],
  ['an empty object', {}],
  ['another version', { ...good, version: 2 }],
  ['a key that nobody knows', { ...good, surprise: 1 }],
  ['a clock without an instant', { ...good, clock: { ...good.clock, asOf: 'yesterday' } }],
  ['a team with points that are no number', { ...good, teams: [{ ...good.teams[0], points: '12' }] }],
  ['a verdict that does not exist', { ...good, teams: [{ ...good.teams[0], verdict: 'fine' }] }],
])('%s is not let in', (_what, value) => {
  expect(() => parseSnapshot(asJson(value))).toThrow();
});
