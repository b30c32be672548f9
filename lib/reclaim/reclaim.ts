import type { AccountRecord } from '../accounts/account-record';
import type { AccountState } from '../accounts/account-state';
import { runSteps, type Step } from '../accounts/steps';
import { requireOurs, transition } from '../accounts/transition';
import { GameDayError } from '../core/errors';
import { deleteStacks } from './delete-stacks';
import { inventory, type Inventory } from './inventory';
import type { ReclaimPorts } from './ports';
import { outcomeOf, statesSinceFrozen, type Receipt } from './receipt';
import { keyOf, release, sweep, type Refusals } from './sweep';

export interface ReclaimOptions {
  /** Between the two inventories, in milliseconds: what AWS lists late shows itself in that time. */
  readonly coolDownMs: number;
  /** How long nothing may go before what is left is left, in milliseconds. */
  readonly patienceMs: number;
  readonly onProgress: (text: string) => void;
}

export interface Reclaimed {
  readonly receipt: Receipt;
  /** Where the receipt is kept. */
  readonly keptAt: string;
}

const WHY = 'taken back';

interface ReclaimStep extends Step {
  /** States that AWS may say the account is in when the work goes on behind this step. */
  readonly goesOnIn: readonly AccountState[];
}

/**
 * Takes an account back: freezes it, stops what runs, deletes everything that does not belong to a clean account, and looks twice. It
 * ends available or in quarantine, with a receipt. Cut off at any point, the next run goes on behind the last finished step and comes to
 * the same end. Nothing is deleted but in an account that AWS itself says is of the pool and being reclaimed.
 * Throws what `transition` and the ports throw; the record then says which step failed.
 */
export async function reclaim(ports: ReclaimPorts, record: AccountRecord, options: ReclaimOptions): Promise<Reclaimed> {
  const { accounts } = ports;
  const wait = (ms: number): Promise<void> => ports.wait(ms);
  const { account, state } = await requireOurs(accounts, record.pool, record.account);
  const done: { at: string; did: string }[] = [];
  const did = (what: string): void => void done.push({ at: iso(accounts.now()), did: what });
  let refusals: Refusals = new Map();
  let reclaimed: Reclaimed | undefined;

  /** A step in the account; what was done is remembered for the receipt. */
  const inside = (name: string, work: () => Promise<string>, goesOnIn: readonly AccountState[] = ['reclaiming']) => ({
    name,
    goesOnIn,
    run: async (current: AccountRecord) => {
      await requireReclaiming(ports, current);
      did(await work());
      return current;
    },
  });
  const steps: readonly ReclaimStep[] = [
    {
      name: 'reclaim: freeze',
      goesOnIn: ['frozen', 'reclaiming'],
      run: (current) => transition(accounts, current, 'frozen', WHY),
    },
    {
      name: 'reclaim: stop experiments and load',
      goesOnIn: ['frozen', 'reclaiming'],
      run: async (current) => {
        const entered = await ports.enter(account);
        const stopped = await entered.stopExperiments();
        did(`${stopped.length} experiments stopped; ${await ports.stopLoad(account, frozenAt(current))}`);
        return current;
      },
    },
    {
      name: 'reclaim: begin',
      goesOnIn: ['reclaiming'],
      run: (current) => transition(accounts, current, 'reclaiming', WHY),
    },
    inside('reclaim: scale to zero', async () => {
      await release((await ports.enter(account)).kinds);
      return 'scaled to zero, protections taken off';
    }),
    inside('reclaim: delete stacks', async () => {
      const { stacks } = await ports.enter(account);
      const troubles = await deleteStacks(stacks, { ...options, wait });
      return ['stacks deleted', ...troubles].join('; ');
    }),
    inside(
      'reclaim: sweep',
      async () => {
        const { kinds } = await ports.enter(account);
        refusals = await sweep(kinds, { ...options, wait });
        return refusals.size === 0 ? 'swept' : `swept; refusing to go: ${refusals.size}`;
      },
      // The last step may have moved it before it was cut off.
      ['reclaiming', 'available'],
    ),
    {
      name: 'reclaim: prove',
      goesOnIn: [],
      run: async (current) => {
        const inventories = await lookTwice(ports, account, options, refusals);
        did(`looked twice, ${options.coolDownMs / 1000} s apart`);
        const receipt = receiptOf(current, inventories, done, ports);
        const { outcome } = receipt;
        const keptAt = await ports.keep(receipt);
        reclaimed = { receipt, keptAt };
        return transition(
          accounts,
          current,
          outcome,
          outcome === 'available' ? `proved clean: ${keptAt}` : left(inventories[1]),
        );
      },
    },
  ];
  const announced = steps.map((step) => announcing(step, options.onProgress));
  await runSteps(resumable(record, state, steps), announced, (next) => accounts.records.save(next));
  if (reclaimed === undefined) throw new Error('the last step ran without a receipt');
  return reclaimed;
}

const announcing = (step: ReclaimStep, onProgress: ReclaimOptions['onProgress']): Step => ({
  name: step.name,
  run: (record, save) => {
    onProgress(step.name.replace(/^reclaim: /, ''));
    return step.run(record, save);
  },
});

const receiptOf = (
  { pool, account = '', history }: AccountRecord,
  inventories: Receipt['inventories'],
  steps: Receipt['steps'],
  { accounts, regions }: ReclaimPorts,
): Receipt => {
  const states = statesSinceFrozen(history);
  const outcome = outcomeOf(inventories);
  const times = { begunAt: states[0]?.at ?? '', endedAt: iso(accounts.now()) };
  return { schemaVersion: 1, pool, account, outcome, ...times, regions, states, steps, inventories };
};

/** Work that was cut off goes on only where AWS says that the account still is where it was left; anywhere else it begins anew. */
function resumable(record: AccountRecord, state: AccountState, steps: readonly ReclaimStep[]): AccountRecord {
  const { step, ...fresh } = record;
  const last = steps.find(({ name }) => name === step);
  return last?.goesOnIn.includes(state) === true ? record : fresh;
}

async function requireReclaiming({ accounts }: ReclaimPorts, record: AccountRecord): Promise<void> {
  const { account, state } = await requireOurs(accounts, record.pool, record.account);
  if (state === 'reclaiming') return;
  throw new GameDayError(
    'StateRefused',
    `account ${account} is ${state} and not reclaiming: nothing is deleted in it`,
    `See where it stands: npx gameday accounts list --account ${account}`,
  );
}

async function lookTwice(
  ports: ReclaimPorts,
  account: string,
  { coolDownMs, onProgress }: ReclaimOptions,
  refusals: Refusals,
): Promise<[Inventory, Inventory]> {
  const look = async (): Promise<Inventory> => {
    onProgress('takes inventory');
    const found = await inventory((await ports.enter(account)).kinds, ports.accounts.now());
    return { ...found, items: found.items.map((item) => ({ ...item, ...because(refusals.get(keyOf(item))) })) };
  };
  const first = await look();
  onProgress(`cools down for ${coolDownMs / 1000} s`);
  await ports.wait(coolDownMs);
  return [first, await look()];
}

const because = (why: string | undefined): { readonly why?: string } => (why === undefined ? {} : { why });

const left = ({ items, unseen }: Inventory): string => `left: ${items.length}, kinds not seen: ${unseen.length}`;

/** When the account was last frozen: the one instant that every run of one taking back knows. */
const frozenAt = ({ history }: AccountRecord): string => statesSinceFrozen(history)[0]?.at ?? '';

const iso = (at: number): string => new Date(at).toISOString();
