import type { GameDayEvent } from './event';
import type { LedgerLine } from './ledger';

/** Why a ledger line earned or cost points, in words that a participant understands. */
export function reasonOf(line: LedgerLine, event: GameDayEvent): string {
  const { round, facts } = line;
  const steps = (name: string): string => shown(number(facts[name]), 0);
  const usd = (name: string): string => number(facts[name]).toFixed(2);
  switch (line.rule) {
    case 'service':
      return (
        `Round ${round}: of ${steps('offered')} steps ${steps('fast')} fast, ${steps('acceptable')} acceptable, ` +
        `${steps('slow')} slow, ${steps('faulty')} wrong, ${steps('failed')} failed; scaled to ${steps('planned')} planned steps`
      );
    case 'unchecked':
      return (
        `Round ${round} was not measured, which is not your fault: its ${steps('planned')} planned steps earn the ` +
        `mean of your last measured rounds, ${shown(number(facts['ratio']), 2)} a step`
      );
    case 'spend':
      return (
        `Round ${round}: your stack costs ${usd('meanUsdPerHour')} USD an hour (mean of the last ` +
        `${duration(event.rules.spend.windowSeconds)}), ${usd('allowance')} are allowed at this traffic; ` +
        `costs ${percent(number(facts['share']))} of ${steps('planned')} planned steps`
      );
    case 'detection':
      return (
        `You declared the impact of ${clock(number(facts['startSeconds']))} ${after(number(facts['seconds']))}: ` +
        `part of its loss of ${shown(number(facts['loss']), 1)} points comes back`
      );
    case 'recovery':
      return (
        `You ended the impact of ${clock(number(facts['startSeconds']))} after ${duration(number(facts['seconds']))}: ` +
        `part of its loss of ${shown(number(facts['loss']), 1)} points comes back`
      );
    case 'false-alarm':
      return (
        `You declared an incident at ${clock(number(facts['atSeconds']))}, but your customers were served well around then: ` +
        `costs ${duration(number(facts['falseAlarmSeconds']))} of planned service`
      );
    case 'hint':
      return `Hint ${steps('level')} for "${facts['title']}": costs ${duration(number(facts['costSeconds']))} of planned service`;
    case 'adjustment':
      return `Adjusted by the organizers: ${facts['reason']}`;
  }
}

const number = (fact: number | string | undefined): number => Number(fact ?? 0);

/** At most so many decimals, and none that say nothing. */
const shown = (value: number, decimals: number): string => String(Number(value.toFixed(decimals)));

const percent = (share: number): string => `${shown(share * 100, 1)} %`;

const after = (seconds: number): string => (seconds === 0 ? 'at once' : `${duration(seconds)} after it began`);

const pad = (value: number): string => String(value).padStart(2, '0');

/** Event time as `h:mm:ss`. */
function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 3600)}:${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}`;
}

/** `90 s` up to two minutes, `12 min` beyond. */
const duration = (seconds: number): string =>
  seconds < 120 ? `${shown(seconds, 0)} s` : `${shown(seconds / 60, 1)} min`;
