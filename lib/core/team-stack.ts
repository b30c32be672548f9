/** Name of the team's stack: the same in every account, because a stack's id is part of its logical ids and all teams' templates are one. */
export const teamStackName = 'Arena';
