import type { Place } from '../../architecture/network';
import type { Random } from '../clock/random';
import type { Simulation } from '../clock/simulation';
import type { Flow } from '../flow';
import type { Note } from '../realm';
import type { Credits } from './credits';
import { Server, type ServerSpec } from './server';
import { hardRebootSeconds, restartSeconds } from './times';

/** The stack has been up for so long when the arena opens; burstable instances have earned credits since. */
const standingSeconds = 3600;

/** No two processes leak alike: up to so much more or less than the application's mean, by a lot drawn at each start. Our estimate. */
const leakSpread = 0.3;

/** Below so many credits an hour nobody looks at what an ended instance still has to pay. */
const negligibleCredits = 0.01;

/** What an ended instance still has to pay. */
export interface Owed {
  readonly id: string;
  readonly type: string;
  readonly credits: Credits;
}

/** All instances and tasks of a world: how they come, boot, run out of memory, freeze, lose power, and go. */
export class Servers {
  present: readonly Server[] = [];
  owed: readonly Owed[] = [];
  flow!: Flow;
  /** Whether what a first boot fetches (packages, the program, a container image) can be reached from there. */
  canFetch: (server: Server) => boolean = () => true;
  private readonly hired = new Map<string, number>();
  private readonly zonesOut = new Map<number, number>();
  private readonly zonesFull = new Map<number, number>();

  constructor(
    private readonly simulation: Simulation,
    private readonly note: Note,
    private readonly random: Random,
  ) {}

  zoneIsOut(zone: number): boolean {
    return this.zonesOut.has(zone);
  }

  /** Whether a new instance or task can be launched in the zone now. */
  takesLaunches(zone: number): boolean {
    return !this.zoneIsOut(zone) && !this.zonesFull.has(zone);
  }

  /** Nothing can be launched in a zone while it is taken; takings add up. */
  setCapacity(zone: number, available: boolean): void {
    const takings = (this.zonesFull.get(zone) ?? 0) + (available ? -1 : 1);
    if (takings > 0) this.zonesFull.set(zone, takings);
    else this.zonesFull.delete(zone);
    this.note(`zone ${zone}`, available ? 'has capacity again' : 'has no capacity for launches');
  }

  /** A new server, launching. With `standing` it has been up for a while. */
  hire(spec: ServerSpec, place: Place, standing: boolean): Server {
    const number = (this.hired.get(spec.owner) ?? 0) + 1;
    this.hired.set(spec.owner, number);
    const earned = standing ? ((spec.burst?.creditsPerHour ?? 0) * standingSeconds) / 3600 : 0;
    const server = new Server(`${spec.owner}-${number}`, spec, place, earned);
    server.dark = this.zoneIsOut(place.zone);
    server.downSince = this.simulation.now;
    if (standing) this.begin(server);
    this.present = [...this.present, server];
    return server;
  }

  /**
   * Its process begins from nothing, after so many seconds. What a first boot cannot fetch is not there: the program of an instance never
   * starts, as user data runs once only, and a task is stopped, as ECS does when an image cannot be pulled.
   * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html
   * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html
   */
  boot(server: Server, seconds: number): void {
    server.state = 'launching';
    const boots = ++server.boots;
    const offline = !server.installed && (server.unequipped || !this.canFetch(server));
    if (offline && !server.unequipped) this.note(server.id, 'cannot fetch what it runs: no way out to the internet');
    server.unequipped = offline;
    if (offline && server.spec.kind === 'instance') return;
    this.simulation.after(offline ? server.spec.launchSeconds : seconds, () => {
      if (server.state !== 'launching' || server.boots !== boots) return;
      if (offline) return this.retire(server);
      if (server.dark || server.hostLost) return;
      server.clear(this.simulation.now);
      if (server.spec.endsAtStart) return this.endProgram(server);
      this.begin(server);
      if (server.memoryFull) this.outOfMemory(server);
    });
  }

  /** Boots again, with its disk as it was. @param wait seconds before it begins to */
  restart(server: Server, wait = 0): void {
    this.boot(server, wait + restartSeconds + (server.spec.tier?.startSeconds ?? 0));
  }

  /** Ends a server for good; what it has in flight fails. */
  retire(server: Server): void {
    if (server.state === 'gone') return;
    this.flow.drop(server, false);
    server.state = 'gone';
    this.present = this.present.filter((each) => each !== server);
    const { id, spec, credits } = server;
    credits?.stop();
    if (credits !== undefined && credits.surplusPerHour > 0) {
      this.owed = [...this.owed, { id, type: spec.type, credits }];
    }
  }

  /** Somebody ends it. */
  terminate(server: Server): void {
    this.note(server.id, server.spec.kind === 'task' ? 'was stopped' : 'was terminated');
    this.retire(server);
  }

  /** An instance stops: the operating system closes its connections on the way down. It keeps its place and its disk. */
  stop(server: Server): void {
    this.note(server.id, 'was stopped');
    this.flow.drop(server, server.silent);
    server.state = 'stopped';
    server.downSince = this.simulation.now;
    server.credits?.stop();
  }

  /** Starts a stopped instance, on whatever host there is. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Stop_Start.html */
  start(server: Server): void {
    if (server.state !== 'stopped') return;
    this.note(server.id, 'starts again');
    server.hostLost = false;
    server.credits?.start();
    this.restart(server);
  }

  /** Reboots an instance on its host. One that is frozen does not shut down, and is reset after a while. */
  reboot(server: Server): void {
    if (server.state !== 'running' && server.state !== 'launching') return;
    if (server.failedCheck === 'system') return this.note(server.id, 'cannot be rebooted: its host does not answer');
    const { frozen } = server;
    this.note(server.id, 'reboots');
    this.flow.drop(server, frozen);
    server.frozen = frozen;
    this.restart(server, frozen ? hardRebootSeconds : 0);
  }

  /**
   * The operating system of an instance is stuck: nothing answers until somebody reboots it.
   * @returns what brings it back, if nobody has
   */
  freeze(server: Server): () => void {
    this.note(server.id, 'hangs: the system is stuck');
    this.silence(server);
    server.frozen = true;
    return () => {
      if (server.frozen && server.state === 'running') this.restart(server);
    };
  }

  /**
   * The hardware under an instance is lost.
   * @returns what repairs it, if the instance has not moved to another host by then
   */
  loseHost(server: Server): () => void {
    this.note(server.id, 'does not answer: its host is lost');
    this.silence(server);
    server.hostLost = true;
    return () => this.rehost(server, 'has its host back');
  }

  /**
   * Moves an instance off a lost host, as a stop and a start would, but with everything of its own.
   * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-recover.html
   *
   * @returns false when there is no other host
   */
  recover(server: Server): boolean {
    if (!this.takesLaunches(server.place.zone)) return false;
    this.rehost(server, 'is recovered on another host');
    return true;
  }

  /** A full task is killed by the kernel; on an instance the process thrashes and answers nothing that needs work. */
  outOfMemory(server: Server): void {
    this.note(server.id, server.spec.kind === 'task' ? 'was killed: out of memory' : 'hangs: out of memory');
    if (server.spec.kind === 'task') return this.retire(server);
    this.flow.drop(server, true);
    server.hung = true;
  }

  /** Takes the power from a zone, or gives it back; outages add up. */
  setZone(zone: number, out: boolean): void {
    const before = this.zonesOut.get(zone) ?? 0;
    const after = before + (out ? 1 : -1);
    if (after > 0) this.zonesOut.set(zone, after);
    else this.zonesOut.delete(zone);
    if (before === 0 || after === 0) this.power(zone, !out);
  }

  /** Accounts for the seconds since the last call: use, credits, pace. */
  account(seconds: number): void {
    for (const server of this.present) server.account(this.simulation.now, seconds);
    if (this.owed.length === 0) return;
    for (const { credits } of this.owed) credits.fade(seconds);
    this.owed = this.owed.filter(({ credits }) => credits.surplusPerHour > negligibleCredits);
  }

  private begin(server: Server): void {
    server.state = 'running';
    server.installed = true;
    const luck = 1 + leakSpread * (2 * this.random.next() - 1);
    server.leakPerRequestKib = luck * (server.spec.tier?.leakPerRequestKib ?? 0);
  }

  /** A task ends with its program; an instance goes on, and nothing listens. */
  private endProgram(server: Server): void {
    this.note(server.id, 'ended: its program stops right after its start');
    if (server.spec.kind === 'task') this.retire(server);
  }

  private silence(server: Server): void {
    this.flow.drop(server, true);
    server.downSince = this.simulation.now;
  }

  private rehost(server: Server, text: string): void {
    if (!server.hostLost) return;
    this.note(server.id, text);
    server.hostLost = false;
    if (server.state !== 'stopped' && server.state !== 'gone') this.restart(server);
  }

  private power(zone: number, on: boolean): void {
    this.note(`zone ${zone}`, on ? 'works again' : 'is out');
    for (const server of this.present.filter((each) => each.place.zone === zone)) {
      server.dark = !on;
      server.downSince = this.simulation.now;
      if (!on) this.flow.drop(server, true);
      else if (server.state !== 'stopped') this.restart(server);
    }
  }
}
