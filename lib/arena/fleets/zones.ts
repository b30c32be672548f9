import type { Place } from '../../architecture/network';
import type { Member } from './member';

const inZone = (members: readonly Member[], zone: number): number =>
  members.filter(({ server }) => server.place.zone === zone).length;

/** The place whose zone has fewest members; the first of several. @returns `undefined` when there is no place */
export function emptiest(places: readonly Place[], members: readonly Member[]): Place | undefined {
  const counts = places.map(({ zone }) => inZone(members, zone));
  return places[counts.indexOf(Math.min(...counts))];
}

/** How much fuller the fullest zone is than the emptiest. */
export function imbalance(places: readonly Place[], members: readonly Member[]): number {
  const counts = places.map(({ zone }) => inZone(members, zone));
  return counts.length === 0 ? 0 : Math.max(...counts) - Math.min(...counts);
}

/**
 * Who goes first when there are too many: one of the fullest zone, there an outdated one, of those the oldest (which AWS approximates by
 * the next billing hour). https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-termination-policies.html
 * @param members oldest first, at least one
 */
export function leastWanted(members: readonly Member[], isOutdated: (member: Member) => boolean): Member {
  const order = (member: Member) => inZone(members, member.server.place.zone) + (isOutdated(member) ? 0.5 : 0);
  return members.reduce((worst, member) => (order(member) > order(worst) ? member : worst));
}

/** The oldest member in the fullest zone. @param members oldest first, at least one */
export const fullestZoneMember = (members: readonly Member[]): Member => leastWanted(members, () => false);
