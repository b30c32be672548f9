/** Accounts of teams that the event file gives none: a rehearsal needs something to tell teams apart by. */
export const firstMadeUpAccount = 900_000_000_001;

/** As many as an event may have teams, and those that are passed over because the file gives them to other teams. */
const MOST = 2000;

/** Whether an account was made up, so that nothing can be deployed into it. */
export const isMadeUpAccount = (account: string): boolean =>
  Number(account) >= firstMadeUpAccount && Number(account) < firstMadeUpAccount + MOST;
