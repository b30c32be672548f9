import type { Place } from '../../architecture/network';
import type { Flow } from '../flow';
import { restartSeconds, type Note } from '../realm';
import { Server, type ServerSpec } from './server';
import type { Simulation } from '../clock/simulation';

/** The stack has been up for so long when the arena opens; burstable instances have earned credits since. */
const standingSeconds = 3600;

/** All instances and tasks of a world: how they come, boot, run out of memory, lose power, and go. */
export class Servers {
  present: readonly Server[] = [];
  flow!: Flow;
  private readonly hired = new Map<string, number>();
  private readonly zonesOut = new Map<number, number>();
  private readonly zonesFull = new Map<number, number>();

  constructor(
    private readonly simulation: Simulation,
    private readonly note: Note,
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

  /**
   * The operating system of an instance is stuck: nothing answers until somebody reboots it.
   * @returns what brings it back, if nobody has
   */
  freeze(server: Server): () => void {
    this.note(server.id, 'hangs: the system is stuck');
    this.flow.drop(server, true);
    server.frozen = true;
    server.downSince = this.simulation.now;
    return () => {
      if (server.frozen && server.state === 'running')
        this.boot(server, restartSeconds + (server.spec.tier?.startSeconds ?? 0));
    };
  }

  /** A new server, launching. With `standing` it has been up for a while. */
  hire(spec: ServerSpec, place: Place, standing: boolean): Server {
    const number = (this.hired.get(spec.owner) ?? 0) + 1;
    this.hired.set(spec.owner, number);
    const earned = standing ? ((spec.burst?.creditsPerHour ?? 0) * standingSeconds) / 3600 : 0;
    const server = new Server(`${spec.owner}-${number}`, spec, place, earned);
    server.dark = this.zoneIsOut(place.zone);
    if (standing) server.state = 'running';
    this.present = [...this.present, server];
    return server;
  }

  /** Its process begins from nothing, after so many seconds. */
  boot(server: Server, seconds: number): void {
    server.state = 'launching';
    const boots = ++server.boots;
    this.simulation.after(seconds, () => {
      if (server.state !== 'launching' || server.boots !== boots || server.dark) return;
      server.clear(this.simulation.now);
      server.state = 'running';
      if (server.memoryFull) this.outOfMemory(server);
    });
  }

  /** Ends a server for good; what it has in flight fails. */
  retire(server: Server): void {
    if (server.state === 'gone') return;
    this.flow.drop(server, false);
    server.state = 'gone';
    this.present = this.present.filter((each) => each !== server);
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
  }

  private power(zone: number, on: boolean): void {
    this.note(`zone ${zone}`, on ? 'works again' : 'is out');
    for (const server of this.present.filter((each) => each.place.zone === zone)) {
      server.dark = !on;
      server.downSince = this.simulation.now;
      if (!on) this.flow.drop(server, true);
      else if (server.state !== 'stopped') this.boot(server, restartSeconds + (server.spec.tier?.startSeconds ?? 0));
    }
  }
}
