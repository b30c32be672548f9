/** Name, path included, of the role by which the organizer breaks things in a team's account, and AWS on the organizer's behalf. */
export const faultRole = 'gameday/fault';
