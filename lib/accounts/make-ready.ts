import { GameDayError } from '../core/errors';
import { inState, type AccountRecord } from './account-record';
import { poolTag } from './account-state';
import type { AccountInterior } from './interior';
import { untilKnown } from './patience';
import type { AccountPorts } from './ports';
import { requestAccount, type RequestPorts } from './request-account';
import type { Step } from './steps';
import { moveTo, poolUnits, requireMember, requireOurs } from './transition';

const KNOCK_EVERY_MS = 5_000;
const KNOCK_LIMIT_MS = 5 * 60_000;

/** What making an account ready needs. */
export interface ReadyPorts extends AccountPorts, RequestPorts {
  readonly interior: AccountInterior;
}

type Request = (record: AccountRecord, save: Parameters<Step['run']>[1]) => Promise<AccountRecord>;

/**
 * The steps from a wish to an account that a team can be given, in their order. An account that is in use already keeps its state, so
 * that a record that was lost is found again without disturbing anybody.
 * @param say takes what is being done, in a few words
 * @param request `requestAccount`, unless accounts are to be requested in turns
 */
export const readySteps = (
  ports: ReadyPorts,
  say: (text: string) => void,
  request: Request = (record, save) => requestAccount(ports, record, save),
): readonly Step[] => [
  {
    name: 'request',
    run: (record, save) => {
      say('asks AWS for the account');
      return request(record, save);
    },
  },
  {
    name: 'enter',
    run: (record) => {
      say('moves it into the pool');
      return enter(ports, record);
    },
  },
  {
    name: 'reach',
    run: async (record) => {
      say('waits until it can be entered');
      await requireOpen(ports, await ours(ports, record));
      return record;
    },
  },
  {
    name: 'baseline',
    run: async (record) => {
      say('makes the roles');
      await ports.interior.baseline(await ours(ports, record));
      return record;
    },
  },
  {
    name: 'bootstrap',
    run: async (record) => {
      say('prepares it for CDK');
      await ports.interior.bootstrap(await ours(ports, record));
      return record;
    },
  },
  {
    name: 'release',
    run: async (record) => {
      const { state } = await requireOurs(ports, record.pool, record.account);
      say('makes it available');
      const to = state === 'entry' ? 'available' : state;
      await moveTo(ports, record, to);
      // Saved once, together with the end of the work: a record that is available has nothing under way.
      return inState(record, to, 'ready for a team', ports.now());
    },
  },
];

/** Id of an account that may be touched: asked before each thing that is done to it. */
const ours = async (ports: AccountPorts, { pool, account }: AccountRecord): Promise<string> =>
  (await requireOurs(ports, pool, account)).account;

/** Moves an account that was just made from the root into the pool; one that is in it stays where it is. */
async function enter(ports: AccountPorts, record: AccountRecord): Promise<AccountRecord> {
  const { organization, now, organizerAccount } = ports;
  const { pool, account = '' } = record;
  await requireMember(organization, organizerAccount, pool, account);
  const units = await poolUnits(organization, pool);
  const [{ root }, parent, tags] = [
    await organization.describe(),
    await organization.parentOf(account),
    await organization.tags(account),
  ];
  if (parent === root && units !== undefined && tags[poolTag] === pool) {
    await organization.move(account, root, units.entry);
  }
  const { state } = await requireOurs(ports, pool, account);
  return inState(record, state, 'in the pool', now());
}

async function requireOpen({ interior, patience }: ReadyPorts, account: string): Promise<void> {
  const ask = async () => ((await interior.isOpen(account)) ? true : undefined);
  if ((await untilKnown(ask, KNOCK_EVERY_MS, KNOCK_LIMIT_MS, patience)) === true) return;
  throw new GameDayError(
    'AccountUnready',
    `Account ${account} does not let the management account in by the role OrganizationAccountAccessRole.`,
    'Make the role if the account joined the organization by invitation; give credentials of the management account that may assume it (--management-profile NAME); then repeat the command.',
  );
}
