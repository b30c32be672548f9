import type { Place } from '../../architecture/network';
import type { FleetSettings } from './fleet-settings';
import { dismiss, startSeconds, type Realm } from '../realm';
import type { Server } from '../servers/server';
import { freshTracking, track, type TrackingState } from './tracking';
import type { TrackingPolicy } from '../../architecture/architecture';

/** An instance whose host is gone fails its status checks after about two minutes. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitoring-system-instance-status-check.html */
const statusCheckSeconds = 120;

interface Member {
  readonly server: Server;
  readonly fingerprint: string;
  /** When it is, or will be, in service; grace and warm-up begin there. */
  readonly inServiceAt: number;
  leaving: boolean;
  misplaced: boolean;
  usedVcpuSeconds: number;
}

/** Holds a number of servers: launches, replaces, spreads them over zones, and scales. */
export class Fleet {
  private members: Member[] = [];
  private desired: number;
  private tracking = new Map<string, TrackingState>();
  private launchFailed = false;

  constructor(
    private settings: FleetSettings,
    private readonly realm: Realm,
    standing: boolean,
  ) {
    this.desired = bounded(settings.desired ?? settings.min, settings);
    for (let i = 0; i < this.desired; i++) this.launch(standing);
  }

  get servers(): readonly Server[] {
    return this.members.map((member) => member.server);
  }

  configure(settings: FleetSettings): void {
    const before = this.settings;
    this.settings = settings;
    const wanted =
      settings.desired !== undefined && settings.desired !== before.desired ? settings.desired : this.desired;
    this.setDesired(bounded(wanted, settings), 'as the stack says');
    for (const { server, leaving } of this.members) {
      if (leaving) continue;
      for (const id of before.groups) if (!settings.groups.includes(id)) this.realm.group(id)?.deregister(server);
      if (server.state !== 'launching') for (const id of settings.groups) this.realm.register(id, server, false);
    }
    this.tracking = new Map(settings.policies.map(({ id }) => [id, this.tracking.get(id) ?? freshTracking]));
    this.review();
  }

  /** The whole fleet goes, as when it is deleted. */
  disband(): void {
    for (const member of this.present()) this.dismiss(member, 'deleted');
  }

  /** What the service's scheduler looks at every few seconds: replaces what failed, then brings the number to what is desired. */
  review(): void {
    this.members = this.members.filter(({ server, leaving }) => server.state !== 'gone' || !leaving);
    for (const member of this.present()) {
      const reason = this.failing(member);
      if (reason !== undefined) this.dismiss(member, reason);
    }
    this.rebalance();
    const outdated = this.present().filter((member) => this.isOutdated(member));
    const goal = this.desired + Math.min(this.settings.surge(this.desired), outdated.length);
    while (this.present().length < goal && this.launch(false)) continue;
    this.replace(outdated);
    for (let extra = this.present().length - goal; extra > 0; extra--) this.dismiss(this.leastWanted(), 'scaled in');
  }

  /** A minute's metrics are in: whatever the policies want happens. */
  minute(): void {
    const { simulation } = this.realm;
    const measured = this.present().filter(
      ({ server, inServiceAt }) =>
        server.state === 'running' && simulation.now - inServiceAt >= this.settings.warmupSeconds,
    );
    const warming = measured.length < this.present().length;
    const wanted = this.settings.policies.map((policy) => {
      const reading = { atSeconds: simulation.now, measured: measured.length, capacity: this.desired, warming };
      const metric = this.metric(policy, measured);
      const [state, count] = track(policy, this.tracking.get(policy.id) ?? freshTracking, { ...reading, metric });
      this.tracking.set(policy.id, state);
      return count;
    });
    for (const member of this.members) member.usedVcpuSeconds = member.server.usedVcpuSeconds;
    // Any policy may scale out; all of them have to agree to scale in.
    if (wanted.length > 0) this.setDesired(bounded(Math.max(...wanted), this.settings), 'to hold its target');
  }

  private metric(policy: TrackingPolicy, measured: readonly Member[]): number {
    if (measured.length === 0) return 0;
    const mean = (of: (member: Member) => number) =>
      measured.reduce((sum, member) => sum + of(member), 0) / measured.length;
    if (policy.metric === 'memory') return mean(({ server }) => 100 * server.memoryShare);
    if (policy.metric === 'cpu') {
      return mean(
        ({ server, usedVcpuSeconds }) => (100 * (server.usedVcpuSeconds - usedVcpuSeconds)) / (60 * server.cpu.vcpus),
      );
    }
    const groups = this.settings.groups.flatMap((id) => this.realm.group(id) ?? []);
    const requests = groups.reduce((sum, group) => sum + group.requestsLastMinute, 0);
    return requests / Math.max(1, ...groups.map((group) => group.healthyCount()));
  }

  private setDesired(desired: number, reason: string): void {
    if (desired === this.desired) return;
    this.realm.note(this.settings.id, `goes from ${this.desired} to ${desired} ${reason}`);
    this.desired = desired;
    this.review();
  }

  private present(): Member[] {
    return this.members.filter((member) => !member.leaving);
  }

  /** Launches into the zone that has fewest. @returns false when no zone takes one */
  private launch(standing: boolean): boolean {
    const { realm, settings } = this;
    const place = this.emptiest();
    if (place === undefined) {
      if (!this.launchFailed) realm.note(settings.id, 'cannot launch: none of its zones works');
      this.launchFailed = true;
      return false;
    }
    this.launchFailed = false;
    const server = realm.servers.hire(settings.spec, place, standing);
    const wait = standing ? 0 : settings.spec.launchSeconds;
    const inServiceAt = standing ? -Infinity : realm.simulation.now + wait;
    const { fingerprint } = settings;
    const member = { server, fingerprint, inServiceAt, leaving: false, misplaced: false, usedVcpuSeconds: 0 };
    this.members.push(member);
    const register = () => {
      if (member.leaving || server.state === 'gone') return;
      for (const id of this.settings.groups) realm.register(id, server, standing);
    };
    if (standing) register();
    else {
      realm.note(server.id, `launched for ${settings.id}`);
      realm.servers.boot(server, settings.spec.launchSeconds + startSeconds(settings.spec));
      realm.simulation.after(wait, register);
    }
    return true;
  }

  private emptiest(): Place | undefined {
    const open = this.settings.places.filter((place) => this.realm.servers.takesLaunches(place.zone));
    const counts = open.map(({ zone }) => this.present().filter(({ server }) => server.place.zone === zone).length);
    return open[counts.indexOf(Math.min(...counts))];
  }

  private failing({ server, inServiceAt }: Member): string | undefined {
    const { now } = this.realm.simulation;
    if (server.state === 'gone') return 'ended';
    if (server.state === 'stopped') return 'stopped';
    if (server.dark && now - server.downSince >= statusCheckSeconds) return 'failed its status checks';
    const judged = this.settings.heedsBalancer && now - inServiceAt > this.settings.graceSeconds;
    const unhealthy = this.settings.groups.some((id) => this.realm.group(id)?.tryFind(server)?.state === 'unhealthy');
    return judged && unhealthy ? 'failed health checks' : undefined;
  }

  private isOutdated(member: Member): boolean {
    return (
      member.fingerprint !== this.settings.fingerprint ||
      member.misplaced ||
      !this.settings.places.some((place) => place.subnet === member.server.place.subnet)
    );
  }

  /** When one zone holds two more than another, one of them moves. https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-benefits.html */
  private rebalance(): void {
    const present = this.present();
    if (present.length !== this.desired || present.some((member) => this.isOutdated(member))) return;
    const zones = [...new Set(this.settings.places.map((place) => place.zone))];
    if (zones.some((zone) => this.realm.servers.zoneIsOut(zone))) return;
    const counts = zones.map((zone) => present.filter(({ server }) => server.place.zone === zone).length);
    const fullest = Math.max(...counts);
    if (fullest - Math.min(...counts) < 2) return;
    const moving = present.find(({ server }) => server.place.zone === zones[counts.indexOf(fullest)]);
    if (moving !== undefined) moving.misplaced = true;
  }

  private replace(outdated: readonly Member[]): void {
    const works = (member: Member) => this.works(member);
    const enough = this.settings.minHealthy(this.desired);
    for (const member of [...outdated].sort((a, b) => Number(works(a)) - Number(works(b)))) {
      const left = this.present().filter((other) => other !== member && works(other)).length;
      const spare = this.present().length > this.desired || this.settings.surge(this.desired) === 0;
      if (spare && (left >= enough || !works(member))) this.dismiss(member, 'replaced');
    }
  }

  private works({ server, inServiceAt }: Member): boolean {
    const targets = this.settings.groups.map((id) => this.realm.group(id)?.tryFind(server));
    return (
      server.state === 'running' &&
      !server.dark &&
      inServiceAt <= this.realm.simulation.now &&
      targets.every((target) => target?.state === 'healthy')
    );
  }

  /** Which one goes first: an outdated one, then from the fullest zone, then the oldest. */
  private leastWanted(): Member {
    const present = this.present();
    const crowd = (member: Member) =>
      present.filter((other) => other.server.place.zone === member.server.place.zone).length;
    const order = (member: Member) => (this.isOutdated(member) ? 1000 : 0) + crowd(member);
    return present.reduce((worst, member) => (order(member) > order(worst) ? member : worst));
  }

  private dismiss(member: Member, reason: string): void {
    const { realm } = this;
    const { server } = member;
    member.leaving = true;
    realm.note(server.id, `leaves ${this.settings.id}: ${reason}`);
    dismiss(realm, server, this.settings.groups);
  }
}

const bounded = (count: number, { min, max }: FleetSettings): number => Math.min(max, Math.max(min, count));
