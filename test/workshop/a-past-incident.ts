import type { PastIncident } from '../../lib/workshop/past-incident';

/** A dependency that was slow for half an hour. */
export const aPastIncident = (parts: Partial<PastIncident> = {}): PastIncident => ({
  id: 'INC-1',
  date: '2026-03-14',
  title: 'The cards are slow',
  failureClass: 'dependency',
  minutesToRecover: 30,
  systems: [],
  ...parts,
});
