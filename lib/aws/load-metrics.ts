/** The load program's own metrics, with the dimension Event, one datum of each task a minute: what alarms and the dashboard look at. */
export const loadMetrics = {
  /** 1 from every task that lives: fewer data a minute than tasks say that one is gone. */
  heartbeat: 'LoadHeartbeat',
  /** Windows of a team that the load program itself spoiled, because it was too slow, too full or out of sockets. */
  saturated: 'LoadSaturated',
  /** Engines that died and were started again. */
  restarts: 'LoadRestarts',
  /** Windows that could not be published in time and were given up. */
  dropped: 'LoadDroppedWindows',
} as const;
