import type { AccountRecord } from './account-record';
import { isFinal } from './creation-failures';
import { readySteps, type ReadyPorts } from './make-ready';
import { requestAccount } from './request-account';
import type { CreatePlan } from './slots';
import { runSteps, type Step } from './steps';
import type { AccountWork } from './work';

/**
 * What is to be done for each account of a plan. Accounts are requested one at a time, as AWS wants it; everything else of several goes on
 * side by side. Once AWS makes no more, no other one is asked for.
 */
export function creationWork(ports: ReadyPorts, { resumed, added }: CreatePlan): readonly AccountWork[] {
  const request = inTurns((record, save) => requestAccount(ports, record, save));
  return [...resumed, ...added].map((record) => ({
    title: record.account === undefined ? `${record.slot} (${record.email})` : `${record.slot} (${record.account})`,
    run: async (say) => {
      const saved = record.version === 0 ? await ports.records.save(record) : record;
      return runSteps(saved, readySteps(ports, say, request), (each) => ports.records.save(each));
    },
  }));
}

type Request = (record: AccountRecord, save: Parameters<Step['run']>[1]) => Promise<AccountRecord>;

function inTurns(request: Request): Request {
  let last: Promise<unknown> = Promise.resolve();
  let end: { readonly error: unknown } | undefined;
  const next: Request = async (record, save) => {
    if (end !== undefined) throw end.error;
    try {
      return await request(record, save);
    } catch (error) {
      if (isFinal(error)) end = { error };
      throw error;
    }
  };
  return (record, save) => {
    if (record.account !== undefined) return Promise.resolve(record);
    const turn = last.then(() => next(record, save));
    last = turn.catch(() => undefined);
    return turn;
  };
}
