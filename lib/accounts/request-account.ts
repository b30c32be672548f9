import { GameDayError } from '../core/errors';
import { inState, type AccountRecord } from './account-record';
import { poolTag } from './account-state';
import { creationFailure } from './creation-failures';
import { untilKnown, type Patience } from './patience';
import type { Creation, Organization } from './ports';
import { accountName } from './slots';
import type { Step } from './steps';

const ASK_EVERY_MS = 5_000;
/** AWS makes an account within minutes; what takes longer is stuck. */
const LIMIT_MS = 30 * 60_000;
const TRIES = 5;
const PAUSE_MS = 20_000;

/** What asking AWS for an account needs. */
export interface RequestPorts {
  readonly organization: Organization;
  readonly patience: Patience;
}

type Save = Parameters<Step['run']>[1];

/**
 * Has AWS make the account of a record, unless it did already: one of its address, or a request under way, is taken over, so that an
 * account is neither lost nor made twice, wherever an earlier run was cut off. The request's id is saved before its outcome is asked for.
 * Returns the record with its account. Throws `AccountUnready` or `QuotaTooSmall`, with what AWS said.
 */
export async function requestAccount(
  { organization, patience }: RequestPorts,
  record: AccountRecord,
  save: Save,
): Promise<AccountRecord> {
  if (record.account !== undefined) return record;
  let current = record;
  for (let attempt = 1; ; attempt += 1) {
    const account = await accountOf(organization, current);
    if (account !== undefined) return withAccount(current, account, patience);
    const begun = await creationOf(organization, current);
    if (begun.requestId !== '' && begun.requestId !== current.createRequestId) {
      current = await save({
        ...inState(current, 'creating', 'AWS was asked for it', patience.now()),
        createRequestId: begun.requestId,
      });
    }
    const done = begun.state === 'FAILED' ? begun : await outcome(organization, current, patience);
    if (done.account !== undefined) return withAccount(current, done.account, patience);
    // Asking for the outcome of this request again would give the same for ever.
    current = await forgotten(current, save);
    const code = done.failure ?? 'UNKNOWN';
    const taken = code === 'EMAIL_ALREADY_EXISTS' ? await ownerOf(organization, current, patience) : undefined;
    if (taken !== undefined) return withAccount(current, taken, patience);
    const { error, passing } = creationFailure(code, current.email);
    if (!passing || attempt === TRIES) throw error;
    await patience.wait(patience.random() * PAUSE_MS);
  }
}

const withAccount = (record: AccountRecord, account: string, { now }: Patience): AccountRecord => ({
  ...inState(record, 'creating', `AWS made it: ${account}`, now()),
  account,
});

/** A request that is known or under way; otherwise a new one. */
async function creationOf(organization: Organization, record: AccountRecord): Promise<Creation> {
  const name = accountName(record.pool, record.slot);
  if (record.createRequestId !== undefined) return organization.creation(record.createRequestId);
  const underWay = (await organization.creationsUnderWay()).find((creation) => creation.name === name);
  const tags = { [poolTag]: record.pool };
  return underWay ?? organization.requestAccount({ email: record.email, name, tags });
}

async function outcome(
  organization: Organization,
  { email, createRequestId = '' }: AccountRecord,
  patience: Patience,
): Promise<Creation> {
  const ask = async () => {
    const creation = await organization.creation(createRequestId);
    return creation.state === 'IN_PROGRESS' ? undefined : creation;
  };
  const done = await untilKnown(ask, ASK_EVERY_MS, LIMIT_MS, patience);
  if (done !== undefined) return done;
  throw new GameDayError(
    'AccountUnready',
    `AWS has not made the account ${email} within ${LIMIT_MS / 60_000} minutes (${createRequestId}).`,
    'Repeat the command: it asks for the outcome of the same request.',
  );
}

async function forgotten(record: AccountRecord, save: Save): Promise<AccountRecord> {
  const { createRequestId, ...rest } = record;
  return createRequestId === undefined ? record : save(rest);
}

/** AWS's list of accounts may lag behind what it says of an address. */
const ownerOf = (organization: Organization, record: AccountRecord, patience: Patience): Promise<string | undefined> =>
  untilKnown(() => accountOf(organization, record), ASK_EVERY_MS, 3 * ASK_EVERY_MS, patience);

/**
 * The account of the organization that has the record's address. Throws `AccountUnready` for one that is closed, or that does not carry
 * the pool's tag: it is somebody's.
 */
async function accountOf(organization: Organization, { email, pool }: AccountRecord): Promise<string | undefined> {
  const known = (await organization.accounts()).find((each) => each.email.toLowerCase() === email.toLowerCase());
  if (known === undefined) return undefined;
  if (!/^(ACTIVE|PENDING_ACTIVATION)$/.test(known.status)) {
    throw new GameDayError(
      'AccountUnready',
      `The address ${email} belongs to account ${known.id}, which is closed: AWS never gives it to another one.`,
      'Change accounts: email in the event file, then repeat the command.',
    );
  }
  if ((await organization.tags(known.id))[poolTag] === pool) return known.id;
  throw new GameDayError(
    'AccountUnready',
    `The address ${email} belongs to account ${known.id} of the organization, which is not tagged ${poolTag}=${pool}.`,
    `Take it into the pool if it may be: npx gameday accounts adopt ${known.id}; or change accounts: email.`,
  );
}
