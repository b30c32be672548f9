import { assignDeclarations, judgingRound, type Declaration } from './declarations';
import type { GameDayEvent, Instant } from '../event/event';
import { impactsOf, type Impact } from './impacts';
import type { LedgerLine } from './ledger';
import { refundsOf, type Refunds } from './refunds';
import type { GameRound } from './team-rounds';

/** An impact with what the team made of it. */
export interface GameImpact extends Impact {
  /** Event time of the declaration that counts; null without one. */
  readonly declaredAtSeconds: number | null;
  /** Points given back so far: written when the impact has ended, or with the event. */
  readonly refunds: Refunds;
}

/** What a team's impacts are judged from. */
interface TeamImpacts {
  readonly event: GameDayEvent;
  /** When the event ended; null before. */
  readonly endedAt: Instant | null;
  readonly team: string;
  readonly rounds: readonly GameRound[];
  /** Instants at which the settled rounds ended. */
  readonly endsAt: readonly Instant[];
  /** Made while the event plays, ascending. */
  readonly declarations: readonly Declaration[];
  /** The team's planned rate at an instant, in steps per second. */
  readonly stepsPerSecondThen: (at: Instant) => number;
}

const NOTHING: Refunds = { detection: 0, recovery: 0 };

/**
 * A team's impacts, and the lines that they and its declarations write: refunds at the end of the second good round, or at the
 * event's end for an impact still open, and false alarms as soon as no impact can claim the declaration any more.
 */
export function judgeImpacts({ event, endedAt, team, rounds, endsAt, declarations, stepsPerSecondThen }: TeamImpacts): {
  readonly impacts: readonly GameImpact[];
  readonly lines: readonly LedgerLine[];
} {
  const found = impactsOf(event, rounds);
  const { declaredAt, strays } = assignDeclarations(found, declarations, event.roundSeconds);
  const lines: LedgerLine[] = [];
  const lastRound = Math.max(0, endsAt.length - 1);

  /** The end of a round once it is settled, else the event's end; undefined while neither has come. */
  const writtenAt = (round: number): { readonly at: Instant; readonly round: number } | undefined => {
    const at = endsAt[round];
    if (at !== undefined) return { at, round };
    return endedAt === null ? undefined : { at: endedAt, round: Math.min(round, lastRound) };
  };

  const impacts = found.map((impact, index): GameImpact => {
    const { startSeconds, endSeconds, settledRound, loss } = impact;
    const declaredAtSeconds = declaredAt[index] ?? null;
    const written = writtenAt(settledRound ?? Infinity);
    const refunds = written === undefined ? NOTHING : refundsOf(impact, declaredAt[index], event.rules);
    if (written !== undefined) {
      const { at, round } = written;
      if (refunds.detection > 0) {
        const facts = { startSeconds, seconds: Math.max(0, (declaredAtSeconds ?? 0) - startSeconds), loss };
        lines.push({ team, at, round, rule: 'detection', points: refunds.detection, facts });
      }
      if (refunds.recovery > 0) {
        const facts = { startSeconds, seconds: (endSeconds ?? 0) - startSeconds, loss };
        lines.push({ team, at, round, rule: 'recovery', points: refunds.recovery, facts });
      }
    }
    // Named one by one: spreading `impact` takes as long as scoring several rounds.
    return { startSeconds, endSeconds, settledRound, loss, declaredAtSeconds, refunds };
  });

  const { detect, worth } = event.rules;
  for (const { at, atSeconds } of strays) {
    const written = writtenAt(judgingRound(atSeconds, event.roundSeconds));
    if (written === undefined) continue;
    const points = -detect.falseAlarmSeconds * stepsPerSecondThen(at) * worth.fast;
    lines.push({ team, ...written, rule: 'false-alarm', points, facts: { atSeconds } });
  }
  return { impacts, lines: lines.sort((a, b) => a.at - b.at) };
}
