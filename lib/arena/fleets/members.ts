import type { Place } from '../../architecture/network';
import { dismiss, startSeconds, type Realm } from '../realm';
import type { Backoff } from './backoff';
import type { Revision } from './revision';
import type { Member } from './member';
import { emptiest } from './zones';

/** The servers of a fleet: how they are launched and registered, and how they leave. */
export class Members {
  private all: Member[] = [];
  private failedLast = false;

  /** @param backoff how long it waits after a launch that failed */
  constructor(
    private readonly id: string,
    private readonly realm: Realm,
    private readonly backoff: Backoff,
    public places: readonly Place[],
    public groups: readonly string[],
  ) {}

  /** All that belong to the fleet and are not on their way out, oldest first. */
  present(): Member[] {
    return this.all.filter((member) => !member.leaving);
  }

  /** Forgets those that left. */
  sweep(): void {
    this.all = this.all.filter(({ server, leaving }) => !leaving || server.state !== 'gone');
  }

  /** Launches into the zone that has fewest, or into another that takes launches. @returns false when none does */
  launch(revision: Revision, standing: boolean): boolean {
    const { realm } = this;
    const { now } = realm.simulation;
    if (!this.backoff.mayTry(now)) return false;
    const open = this.places.filter((place) => realm.servers.takesLaunches(place.zone));
    const place = emptiest(open, this.present());
    if (place === undefined) return this.launchFailed();
    this.failedLast = false;
    const { spec, fingerprint } = revision;
    const server = realm.servers.hire(spec, place, standing);
    const inServiceAt = standing ? -Infinity : now + spec.launchSeconds;
    const fresh = { leaving: false, misplaced: false, unfit: undefined, proven: standing, usedVcpuSeconds: 0 };
    const member: Member = { server, revision: fingerprint, inServiceAt, ...fresh };
    this.all.push(member);
    if (standing) this.register(member, true);
    else {
      realm.note(server.id, `launched for ${this.id}`);
      realm.servers.boot(server, spec.launchSeconds + startSeconds(spec));
      realm.simulation.after(spec.launchSeconds, () => this.register(member, false));
    }
    return true;
  }

  /** It may be that launches succeed now: the next one is tried at once. */
  forgive(): void {
    this.backoff.succeeded();
  }

  dismiss(member: Member, reason: string): void {
    member.leaving = true;
    this.realm.note(member.server.id, `leaves ${this.id}: ${reason}`);
    dismiss(this.realm, member.server, this.groups);
  }

  /** The fleet belongs to other target groups from now on. */
  move(groups: readonly string[]): void {
    const before = this.groups;
    this.groups = groups;
    for (const { server, inServiceAt } of this.present()) {
      for (const id of before) if (!groups.includes(id)) this.realm.group(id)?.deregister(server);
      if (inServiceAt > this.realm.simulation.now) continue;
      for (const id of groups) this.realm.register(id, server, false);
    }
  }

  private launchFailed(): false {
    if (!this.failedLast) this.realm.note(this.id, 'cannot launch: none of its zones takes one');
    this.failedLast = true;
    this.backoff.failed(this.realm.simulation.now);
    return false;
  }

  private register({ server, leaving }: Member, standing: boolean): void {
    if (leaving) return;
    // What could not fetch its software never got as far as this.
    if (server.unequipped) this.backoff.failed(this.realm.simulation.now);
    if (server.state === 'gone') return;
    this.backoff.succeeded();
    for (const id of this.groups) this.realm.register(id, server, standing);
  }
}
