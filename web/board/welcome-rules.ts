import type { Snapshot } from '../../lib/core/view/snapshot';
import { durationWords, type Words } from '../shared/words';
import type { ShowTexts } from '../texts/board-show';

/** How points are made, in a few lines, by the event's own numbers. What costs or earns nothing is not told. */
export function ruleLines({ event, traffic }: Snapshot, texts: ShowTexts, words: Words): readonly string[] {
  const { worth, bands, objective, detect, recover, spend } = event.rules;
  const grows = (traffic.plan.at(-1) ?? 0) > (traffic.plan[0] ?? 0);
  const refunds = detect.refund > 0 || recover.refund > 0;
  return [
    texts.ruleServed(
      bands.fastMs,
      words.few(worth.fast),
      bands.acceptableMs,
      words.few(worth.acceptable),
      words.few(worth.slow),
    ),
    ...(worth.faulty < 0 || worth.failed < 0
      ? [texts.ruleLost(words.few(-worth.faulty), words.few(-worth.failed))]
      : []),
    ...(grows ? [texts.ruleGrowth] : []),
    ...(refunds
      ? [
          texts.ruleIncidents(
            objective,
            detect.refund,
            durationWords(detect.withinSeconds),
            recover.refund,
            durationWords(recover.withinSeconds),
          ),
        ]
      : []),
    ...(detect.falseAlarmSeconds > 0 ? [texts.ruleFalseAlarm(durationWords(detect.falseAlarmSeconds))] : []),
    ...(spend.cap > 0 && spend.weight > 0 ? [texts.ruleSpend(spend.cap)] : []),
    ...(event.hintSeconds === null ? [] : [texts.ruleHints(durationWords(event.hintSeconds))]),
    ...(event.freezeSeconds > 0 ? [texts.ruleFreeze(durationWords(event.freezeSeconds))] : []),
  ];
}
