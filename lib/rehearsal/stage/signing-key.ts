import { createHash } from 'node:crypto';

/**
 * The secret that a team's application signs with. In a rehearsal everything is on this machine and worth nothing, so it is derived
 * from the seed; on AWS it is generated in the team's account.
 */
export const signingKey = (seed: number, account: string): string =>
  createHash('sha256').update(`signing key|${seed}|${account}`).digest('hex');
