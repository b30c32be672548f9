/** The scorer's own metrics, with the dimension Event: what alarms and the dashboard look at. */
export const scorerMetrics = {
  namespace: 'GameDay',
  /** Seconds since the end of the oldest round that should have been recorded and is not; 0 when all is well. */
  lag: 'ScorerLagSeconds',
  /** Teams whose newest recorded round is unchecked. */
  unchecked: 'UncheckedTeams',
  /** Teams whose account could not be looked at. */
  unreadable: 'UnreadableAccounts',
  /** USD per hour that all teams together spend. */
  spend: 'TeamsSpendUsdPerHour',
} as const;
