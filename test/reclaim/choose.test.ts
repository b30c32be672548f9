import type { AccountRecord } from '../../lib/accounts/account-record';
import type { RecordState } from '../../lib/accounts/account-state';
import type { GameDayErrorCode } from '../../lib/core/errors';
import { chosenAccounts, requireAgreement } from '../../lib/reclaim/choose';
import { refusal } from '../support/refusal';

const [blue, red, spare] = ['111111111111', '222222222222', '333333333333'];
const teams = [
  { id: 'blue', name: 'Blue', account: blue },
  { id: 'red', name: 'Red', account: red },
  { id: 'guest', name: 'Guest', account: '444444444444' },
];
const aRecord = (slot: number, account: string, state: RecordState, step?: string): AccountRecord => ({
  ...{ schemaVersion: 1, pool: 'gameday', slot, email: `${slot}@example.com`, account, state, version: 1, history: [] },
  ...(step !== undefined && { step }),
});
const records = [aRecord(3, spare, 'quarantine'), aRecord(1, blue, 'live'), aRecord(2, red, 'available')];
const chosen = (choice: { teams?: string[]; accounts?: string[] }, of = records) =>
  chosenAccounts(of, teams, { teams: [], accounts: [], ...choice }, 'spring').map(({ account, team }) => [
    account,
    team,
  ]);

test('nothing chosen is every team that still has its account', () => {
  expect(chosen({})).toEqual([[blue, 'blue']]);
});

test('an account that is available is taken back only where it is named, or its proof was cut off', () => {
  expect(chosen({ teams: ['red'] })).toEqual([]);
  expect(chosen({ accounts: [red] })).toEqual([[red, 'red']]);
  expect(chosen({ teams: ['red'] }, [aRecord(2, red, 'available', 'reclaim: sweep')])).toEqual([[red, 'red']]);
});

test('an account of the pool that no team has is taken back where it is named, each once and by number', () => {
  expect(chosen({ teams: ['blue'], accounts: [spare, blue] })).toEqual([
    [blue, 'blue'],
    [spare, undefined],
  ]);
});

test.each([
  ['a team that the event does not have', { teams: ['green'] }, 'BadOption'],
  ['a team whose account is not of the pool', { teams: ['guest'] }, 'AccountNotOurs'],
  ['an account that the pool does not have', { accounts: ['999999999999'] }, 'AccountNotOurs'],
])('%s is refused', (_what, choice, code) => {
  expect(() => chosen(choice)).toThrow(refusal(code as GameDayErrorCode));
});

describe('an account that was opened to a team of another event', () => {
  const at = '2026-12-10T13:00:00.000Z';
  const lent: AccountRecord = {
    ...aRecord(1, blue, 'live'),
    openedTo: { event: 'summer', team: 'green' },
    history: [{ at, state: 'live', why: 'opened' }],
  };

  test('is not taken back by a file that names it too', () => {
    expect(() => chosen({}, [lent])).toThrow(refusal('AccountNotOurs', 'summer'));
    expect(() => chosen({ teams: ['blue'] }, [lent])).toThrow(refusal('AccountNotOurs', 'green'));
  });

  test('is taken back where it is named, or nobody has it any more', () => {
    expect(chosen({ accounts: [blue] }, [lent])).toEqual([[blue, 'blue']]);
    const history = [...lent.history, ...(['available', 'frozen'] as const).map((state) => ({ at, state, why: '' }))];
    expect(chosen({}, [{ ...lent, state: 'frozen', history }])).toEqual([[blue, 'blue']]);
  });
});

test.each(['requested', 'creating', 'entry', 'closing', 'closed'] as const)(
  'an account that is %s was in nobody’s hands and is refused',
  (state) => {
    expect(() => chosen({ accounts: [spare] }, [aRecord(3, spare, state)])).toThrow(refusal('AccountNotOurs', state));
  },
);

test.each([
  ['one that is planned is not named', [blue], false],
  ['one that is named is not planned', [blue, red, spare], false],
  ['exactly the planned ones are named, in any order', [red, blue], true],
])('agreement where %s', (_how, named, holds) => {
  const agree = () => requireAgreement([blue, red], named);
  if (holds) expect(agree).not.toThrow();
  else expect(agree).toThrow(refusal('BadOption', named.length === 1 ? red : spare));
});
