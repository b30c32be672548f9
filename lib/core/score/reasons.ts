import { formatClock } from '../event/durations';
import type { GameDayEvent } from '../event/event';
import type { LedgerLine } from './ledger';
import { offeredSteps } from './service';
import { spendAllowance, spendPenalty } from './spend';

/** Why a ledger line earned or cost points, in words that a participant understands. */
export function reasonOf(line: LedgerLine, { rules, roundSeconds }: GameDayEvent): string {
  switch (line.rule) {
    case 'service': {
      const { round, planned, measurement } = line.facts;
      const { fast, acceptable, slow, faulty, failed } = measurement;
      return (
        `Round ${round}: of ${offeredSteps(measurement)} steps ${fast} fast, ${acceptable} acceptable, ` +
        `${slow} slow, ${faulty} wrong, ${failed} failed; scaled to ${shown(planned, 0)} planned steps`
      );
    }
    case 'unchecked': {
      const { round, planned, ratio } = line.facts;
      return (
        `Round ${round} was not measured, which is not your fault: its ${shown(planned, 0)} planned steps earn the ` +
        `mean of your last measured rounds, ${shown(ratio, 2)} a step`
      );
    }
    case 'spend': {
      const { round, planned, meanUsdPerHour } = line.facts;
      const allowance = spendAllowance(rules, planned / roundSeconds);
      return (
        `Round ${round}: your stack costs ${meanUsdPerHour.toFixed(2)} USD an hour (mean of the last ` +
        `${duration(rules.spend.windowSeconds)}), ${allowance.toFixed(2)} are allowed at this traffic; ` +
        `costs ${percent(spendPenalty(rules, meanUsdPerHour, allowance))} of ${shown(planned, 0)} planned steps`
      );
    }
    case 'detection': {
      const { startSeconds, seconds, loss } = line.facts;
      return (
        `You declared the impact of ${formatClock(startSeconds)} ${after(seconds)}: ` +
        `part of its loss of ${shown(loss, 1)} points comes back`
      );
    }
    case 'recovery': {
      const { startSeconds, seconds, loss } = line.facts;
      return (
        `You ended the impact of ${formatClock(startSeconds)} after ${duration(seconds)}: ` +
        `part of its loss of ${shown(loss, 1)} points comes back`
      );
    }
    case 'false-alarm':
      return (
        `You declared an incident at ${formatClock(line.facts.atSeconds)}, but your customers were served well around then: ` +
        `costs ${duration(rules.detect.falseAlarmSeconds)} of planned service`
      );
    case 'hint': {
      const { level, title, costSeconds } = line.facts;
      return `Hint ${level} for "${title}": costs ${duration(costSeconds)} of mean planned service`;
    }
    case 'adjustment':
      return `Adjusted by the organizers: ${line.facts.reason}`;
  }
}

/** At most so many decimals, and none that say nothing. */
const shown = (value: number, decimals: number): string => String(Number(value.toFixed(decimals)));

const percent = (share: number): string => `${shown(share * 100, 1)} %`;

const after = (seconds: number): string => (seconds === 0 ? 'at once' : `${duration(seconds)} after it began`);

/** `90 s` up to two minutes, `12 min` beyond. */
const duration = (seconds: number): string =>
  seconds < 120 ? `${shown(seconds, 0)} s` : `${shown(seconds / 60, 1)} min`;
