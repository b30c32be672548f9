import type { Burst } from '../../architecture/instance-types';
import type { Place } from '../../architecture/network';
import type { Processor } from '../../core/resource';
import type { TierModel, Variables } from '../application';
import { Link } from '../faults/link';
import { Pile } from '../faults/pile';
import { Copy } from './copy';
import { Cpu } from './cpu';
import { Credits } from './credits';
import { Ways } from './ways';

/** What a server is made of, and what runs on it. */
export interface ServerSpec {
  readonly kind: 'instance' | 'task';
  /** Logical id of what it belongs to. */
  readonly owner: string;
  /** `undefined`: it runs nothing of the application, and answers 404. */
  readonly tier: TierModel | undefined;
  /** Of its program, as far as the template says them. */
  readonly variables: Variables;
  readonly type: string;
  /** Of a task; what an instance runs on is told by its type. */
  readonly processor: Processor | undefined;
  readonly vcpus: number;
  readonly speed: number;
  readonly memoryMib: number;
  readonly burst: Burst | undefined;
  readonly unlimited: boolean;
  /** Its own port, or `undefined`: the target group's. */
  readonly port: number | undefined;
  readonly securityGroups: readonly string[];
  readonly publicAddress: boolean | undefined;
  readonly volume: { readonly type: string; readonly gib: number } | undefined;
  /** Until it is in service: the instance runs, or the task does. */
  readonly launchSeconds: number;
  /** From then until the program is started. */
  readonly setupSeconds: number;
  /** Its program ends as soon as it has started: nothing of it ever answers. */
  readonly endsAtStart: boolean;
}

export type ServerState = 'launching' | 'running' | 'stopped' | 'gone';

/** Memory that the operating system of an instance keeps for itself; our estimate for Amazon Linux 2023. */
const systemMib = 200;

/** Which of EC2's checks fails. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitoring-system-instance-status-check.html */
export type StatusCheck = 'system' | 'instance';

/**
 * One instance or task: its CPU, memory and credits, and whether it answers. Launching, it refuses; hung, it accepts and never answers;
 * stopped, frozen, without its host or dark (its zone has no power), nothing comes back at all.
 */
export class Server {
  readonly cpu: Cpu;
  readonly credits: Credits | undefined;
  state: ServerState = 'launching';
  hung = false;
  dark = false;
  downSince = 0;
  readonly stresses = new Pile();
  readonly link = new Link();
  readonly ways = new Ways();
  readonly copy = new Copy();
  /** The operating system is stuck. */
  frozen = false;
  /** The hardware under an instance is lost. */
  hostLost = false;
  /** Its first boot has fetched what it runs, so that later ones need nothing from outside. */
  installed = false;
  /** Its first boot found no way to fetch it, and no later one tries again. */
  unequipped = false;
  /** What each request leaves behind in the process that runs now. */
  leakPerRequestKib = 0;
  inFlight = 0;
  /** Messages of a queue among them. */
  inHand = 0;
  leakedKib = 0;
  /** vCPU seconds used so far, the stress included. */
  usedVcpuSeconds = 0;
  readonly maxInFlight: number;
  private readonly memoryKib: number;
  private lastBusy = 0;
  /** Counts boots, so that a plan made for an earlier one is not carried out. */
  boots = 0;

  constructor(
    readonly id: string,
    public spec: ServerSpec,
    readonly place: Place,
    startingCredits: number,
  ) {
    this.cpu = new Cpu(spec.vcpus);
    this.credits = spec.burst && new Credits(spec.burst, spec.unlimited, startingCredits);
    this.maxInFlight = spec.tier?.maxInFlight ?? Infinity;
    const free = spec.memoryMib - (spec.kind === 'instance' ? systemMib : 0) - (spec.tier?.baseMemoryMib ?? 0);
    this.memoryKib = free * 1024;
    this.setPace();
  }

  get silent(): boolean {
    return this.dark || this.frozen || this.hostLost || this.state === 'stopped' || this.state === 'gone';
  }

  /**
   * The status check that fails; the instance check is also failed by whatever fails the system's. A process that has run out of memory
   * leaves the kernel enough to answer the check, which is an ARP request: our assumption, AWS has exhausted memory among the causes.
   */
  get failedCheck(): StatusCheck | undefined {
    if (this.state === 'stopped' || this.state === 'gone') return undefined;
    if (this.dark || this.hostLost) return 'system';
    return this.frozen ? 'instance' : undefined;
  }

  /** Whether what is in flight and what has leaked is more than it has. */
  get memoryFull(): boolean {
    return this.inFlight * (this.spec.tier?.memoryPerRequestKib ?? 0) + this.leakedKib > this.memoryKib;
  }

  /** Share of its memory in use, 0 to 1. */
  get memoryShare(): number {
    const total = this.spec.memoryMib * 1024;
    const used = this.inFlight * (this.spec.tier?.memoryPerRequestKib ?? 0) + this.leakedKib;
    return Math.min(1, (total - this.memoryKib + used) / total);
  }

  /** Share of every vCPU that something else than the application asks for, 0 to 1. */
  get stress(): number {
    return Math.min(1, this.stresses.total);
  }

  /** A new process: nothing in flight, nothing leaked. */
  clear(now: number): void {
    this.cpu.drop(now);
    this.inFlight = 0;
    this.inHand = 0;
    this.leakedKib = 0;
    this.hung = false;
    this.frozen = false;
    this.copy.renew();
  }

  /** Accounts for the seconds since the last call. */
  account(now: number, seconds: number): void {
    const { servers } = this.cpu;
    const busy = this.cpu.busySeconds(now);
    const share = Math.min(1, (busy - this.lastBusy) / (servers * seconds));
    this.lastBusy = busy;
    const throttle = this.credits?.throttle ?? 1;
    const used =
      this.state === 'running' && !this.silent
        ? (share + (1 - share) * this.stress) * throttle * this.cpu.vcpus * seconds
        : 0;
    this.usedVcpuSeconds += used;
    if (this.state === 'stopped') this.credits?.fade(seconds);
    else this.credits?.account(used, seconds);
    this.setPace();
  }

  /** The scheduler gives the application at least half of a vCPU that another program wants all of. */
  setPace(): void {
    const share = Math.max(0.5, 1 - this.stress);
    const perServer = this.spec.vcpus / this.cpu.servers;
    this.cpu.pace = this.spec.speed * perServer * share * (this.credits?.throttle ?? 1);
  }
}
