import { assignDeclarations, judgingRound, type Declaration } from './declarations';
import type { GameDayEvent, Instant } from './event';
import { impactsOf, type Impact } from './impacts';
import type { LedgerLine, LedgerRule } from './ledger';
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
    const written = writtenAt(impact.settledRound ?? Infinity);
    const refunds = written === undefined ? NOTHING : refundsOf(impact, declaredAt[index], event.rules);
    const { startSeconds, loss } = impact;
    const write = (rule: LedgerRule, points: number, seconds: number): void => {
      if (written !== undefined && points > 0) {
        lines.push({ team, ...written, rule, points, facts: { startSeconds, seconds, loss } });
      }
    };
    write('detection', refunds.detection, Math.max(0, (declaredAt[index] ?? 0) - startSeconds));
    write('recovery', refunds.recovery, (impact.endSeconds ?? 0) - startSeconds);
    return { ...impact, declaredAtSeconds: declaredAt[index] ?? null, refunds };
  });

  for (const { at, atSeconds } of strays) {
    const written = writtenAt(judgingRound(atSeconds, event.roundSeconds));
    if (written === undefined) continue;
    const stepsPerSecond = stepsPerSecondThen(at);
    const { falseAlarmSeconds } = event.rules.detect;
    const points = -falseAlarmSeconds * stepsPerSecond * event.rules.worth.fast;
    const facts = { atSeconds, falseAlarmSeconds, stepsPerSecond };
    lines.push({ team, ...written, rule: 'false-alarm', points, facts });
  }
  return { impacts, lines: lines.sort((a, b) => a.at - b.at) };
}
