import type { Instance } from '../../architecture/architecture';
import type { TierModel } from '../application';
import { dismiss, startSeconds, type Realm } from '../realm';
import type { Server, ServerSpec } from './server';
import { instanceSpec } from './specs';
import { automaticRecoverySeconds, stopSeconds } from './times';

/** One EC2 instance that nobody replaces when it fails; EC2 itself moves it off a lost host. */
export class Machine {
  server: Server;
  private spec: ServerSpec;
  /** Somebody wants to make it again and cannot. */
  private awaited = false;

  /** @param groups target groups that name this instance */
  constructor(
    private instance: Instance,
    tier: TierModel | undefined,
    private groups: readonly string[],
    private readonly realm: Realm,
    standing: boolean,
  ) {
    this.spec = instanceSpec(instance.id, tier, instance.shape);
    this.server = this.launch(standing);
  }

  /**
   * Changes as CloudFormation makes them: software and subnet take a new instance, the type a stop and a start, the rest neither.
   * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-instance.html
   */
  configure(instance: Instance, tier: TierModel | undefined, groups: readonly string[]): void {
    const { shape, place } = this.instance;
    const left = this.groups.filter((id) => !groups.includes(id));
    this.instance = instance;
    this.groups = groups;
    this.spec = instanceSpec(instance.id, tier, instance.shape);
    if (shape.software !== instance.shape.software || place.subnet !== instance.place.subnet) return this.replace();
    if (shape.type !== instance.shape.type) return this.resize();
    this.server.spec = this.spec;
    if (this.server.credits) this.server.credits.unlimited = this.spec.unlimited;
    for (const id of left) this.realm.group(id)?.deregister(this.server);
    for (const id of groups) this.realm.register(id, this.server, false);
    // Its user data has failed and does not run again, so somebody who finds out and has mended the way out makes it anew.
    if (this.server.unequipped && this.realm.servers.canFetch(this.server)) this.replace();
  }

  /**
   * To be called every minute: a system status check that fails for a while makes EC2 recover the instance, unless that is switched off.
   * Instances of Auto Scaling groups are replaced instead. All types that the arena knows are supported.
   * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-recover.html
   */
  minute(): void {
    if (this.awaited) this.recreate();
    const { server, realm } = this;
    const failedFor = realm.simulation.now - server.downSince;
    if (!this.instance.shape.recovers || server.failedCheck !== 'system' || failedFor < automaticRecoverySeconds)
      return;
    realm.servers.recover(server);
  }

  /** Deregistered first, ended when its last request is answered or the deregistration delay is over. */
  remove(): void {
    dismiss(this.realm, this.server, this.groups);
  }

  /** A terminated instance is made again, as somebody would who follows the template; without capacity in its zone, as soon as there is. */
  recreate(): void {
    const { realm, server, groups, instance } = this;
    this.awaited = server.state === 'gone' && !realm.servers.takesLaunches(instance.place.zone);
    if (server.state !== 'gone' || this.awaited) return;
    for (const id of groups) realm.group(id)?.deregister(server);
    this.server = this.launch(false);
  }

  /** Somebody launches it anew from its template; where it still is, it goes when the new one is in service. */
  renew(): void {
    if (this.server.state === 'gone') this.recreate();
    else this.replace();
  }

  private launch(standing: boolean): Server {
    const { realm, spec } = this;
    const server = realm.servers.hire(spec, this.instance.place, standing);
    if (!standing) {
      realm.note(server.id, 'launched');
      realm.servers.boot(server, spec.launchSeconds + startSeconds(spec));
    }
    const register = () => {
      if (server.state !== 'gone') for (const id of this.groups) realm.register(id, server, standing);
    };
    if (standing) register();
    else realm.simulation.after(spec.launchSeconds, register);
    return server;
  }

  private replace(): void {
    const old = this.server;
    const { groups } = this;
    this.server = this.launch(false);
    this.realm.simulation.after(this.spec.launchSeconds, () => dismiss(this.realm, old, groups));
  }

  /**
   * A change of the type: the same instance stops and starts on another host. That credits do not come along is our assumption.
   * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-resize.html
   */
  private resize(): void {
    const { servers } = this.realm;
    const { installed, unequipped } = this.server;
    this.realm.note(this.server.id, `stops to become a ${this.spec.type}`);
    for (const id of this.groups) this.realm.group(id)?.deregister(this.server);
    servers.retire(this.server);
    this.server = servers.hire(this.spec, this.instance.place, false);
    Object.assign(this.server, { installed, unequipped });
    servers.restart(this.server, stopSeconds);
    for (const id of this.groups) this.realm.register(id, this.server, false);
  }
}
