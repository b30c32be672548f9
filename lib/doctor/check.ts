/** What came of looking at one thing. Only what nobody needs is not applicable; what cannot be seen is red. */
export type Finding =
  | { readonly verdict: 'green'; readonly says: string }
  | { readonly verdict: 'red'; readonly says: string; readonly fix: string }
  | { readonly verdict: 'not-applicable'; readonly says: string };

/** One thing that must hold before the doors open. */
export interface Check {
  /** Id of the team whose readiness depends on it; undefined for what all depend on. */
  readonly team?: string;
  /** A word or two, the same for all teams. */
  readonly name: string;
  /** May throw: what cannot be seen is red. */
  readonly look: () => Promise<Finding>;
}

export const green = (says: string): Finding => ({ verdict: 'green', says });
export const notApplicable = (says: string): Finding => ({ verdict: 'not-applicable', says });

/** @param fix one sentence: what to do */
export const red = (says: string, fix: string): Finding => ({ verdict: 'red', says, fix });
