/** Teams that one task of the load program sends to: what a task of its size carries at a third of what was measured. */
const TEAMS_PER_TASK = 25;

/** How many tasks send to so many teams: at least two, so that a task that dies takes half of the teams with it at most. */
export const tasksFor = (teams: number): number => Math.max(2, Math.ceil(teams / TEAMS_PER_TASK));
