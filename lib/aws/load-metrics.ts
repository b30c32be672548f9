/** The load program's own metrics, with the dimension Event alone: what alarms and the dashboard look at. */
export const loadMetrics = {
  /** 1 in a minute in which a task could not send what it should have sent, 0 otherwise. */
  saturated: 'LoadSaturated',
  /** How often an engine died and was started again in the minute. */
  restarts: 'LoadRestarts',
  /** 1 from every task in every minute in which it lives. */
  heartbeat: 'LoadHeartbeat',
} as const;
