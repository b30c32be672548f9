import type { LoadOrder, WindowLine } from '../../../load/protocol';
import type { EngineProcess } from './engine';

interface EngagementParts {
  readonly engine: EngineProcess;
  readonly window: (line: WindowLine) => void;
  readonly note: (text: string) => void;
  /** It ended by itself before its time. */
  readonly died: (code: number) => void;
  readonly failed: (error: unknown) => void;
}

/** One engine at work on one order, until its end or until another takes over. */
export class Engagement {
  private until: number;
  private readonly ended: Promise<void>;
  private stopped = false;
  private hasEnded = false;

  constructor(
    readonly order: LoadOrder,
    private readonly parts: EngagementParts,
  ) {
    this.until = order.untilWindow;
    this.ended = this.run();
  }

  /** The round before which another takes over. */
  get untilRound(): number {
    return this.until;
  }

  /** Whether nothing more comes of it. */
  get isOver(): boolean {
    return this.hasEnded;
  }

  /** Whether it begins nothing more. */
  get isStopped(): boolean {
    return this.stopped;
  }

  /** What comes of this round and later ones counts no more. */
  cutTo(round: number): void {
    this.until = Math.min(this.until, round);
  }

  /** Begins nothing more; resolves when what was under way has been told. */
  async stop(): Promise<void> {
    if (!this.stopped && !this.hasEnded) {
      this.stopped = true;
      void this.parts.engine.stop().catch(this.parts.failed);
    }
    await this.ended;
  }

  private async run(): Promise<void> {
    const { engine, window, note, died, failed } = this.parts;
    const ours = (line: WindowLine): void => {
      if (line.window < this.until) window(line);
    };
    try {
      const code = await engine.run(this.order, { window: ours, note });
      this.hasEnded = true;
      if (code !== 0 && !this.stopped) died(code);
    } catch (error) {
      this.hasEnded = true;
      failed(error);
    }
  }
}
