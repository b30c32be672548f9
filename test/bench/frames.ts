import type { Page } from 'playwright-core';

/** A report of Chromium's compositor on one frame. https://chromium.googlesource.com/chromium/src/+/main/docs/speed/graphics_metrics_definitions.md */
interface FrameReport {
  readonly name: string;
  readonly ph: string;
  /** Microseconds. */
  readonly ts: number;
  readonly args: {
    readonly frame_reporter?: {
      readonly state: string;
      readonly frame_sequence: number;
      readonly has_compositor_animation: boolean;
    };
  };
}

/** Frames further apart than this belong to different animations, microseconds. */
const PAUSE_US = 200_000;
/** What is shorter than this, by the frames that were wanted, is no travel of teams. */
const LEAST_FRAMES = 10;

interface Frame {
  readonly atUs: number;
  /** It was shown; otherwise it was wanted, and came too late. */
  readonly shown: boolean;
}

/** Frames per second that were shown of each animation that the compositor ran while `work` was done, as Chromium's own tracing saw them. */
export async function framesPerSecond(page: Page, work: () => Promise<void>): Promise<readonly number[]> {
  const browser = page.context().browser()!;
  await browser.startTracing(page, { categories: ['cc', 'benchmark'] });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly FrameReport[];
  };
  const frames = new Map<number, Frame>();
  for (const { name, ph, ts, args } of traceEvents) {
    const report = args.frame_reporter;
    if (name !== 'PipelineReporter' || ph !== 'b' || !report?.has_compositor_animation) continue;
    // A frame whose script was late is reported twice: shown without it, and dropped.
    const shown = report.state.startsWith('STATE_PRESENTED') || frames.get(report.frame_sequence)?.shown === true;
    if (shown || report.state === 'STATE_DROPPED') frames.set(report.frame_sequence, { atUs: ts, shown });
  }
  return animationsIn([...frames.values()].sort((a, b) => a.atUs - b.atUs)).map(
    (animation) =>
      ((animation.filter(({ shown }) => shown).length - 1) * 1e6) / (animation.at(-1)!.atUs - animation[0]!.atUs),
  );
}

function animationsIn(frames: readonly Frame[]): Frame[][] {
  const animations: Frame[][] = [];
  for (const frame of frames) {
    const running = animations.at(-1);
    if (running === undefined || frame.atUs - running.at(-1)!.atUs > PAUSE_US) animations.push([frame]);
    else running.push(frame);
  }
  return animations.filter((animation) => animation.length >= LEAST_FRAMES);
}
