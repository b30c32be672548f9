import type { Award } from '../../../lib/core/view/awards';
import type { Snapshot } from '../../../lib/core/view/snapshot';
import { clockWords, type Words } from '../../shared/words';
import type { ShowTexts } from '../../texts/board-show';

/** An award as it is read out. */
export interface AwardWords {
  readonly title: string;
  /** Who has it, or that nobody does. */
  readonly winner: string;
  /** What it was won with; undefined where nobody has it. */
  readonly figure: string | undefined;
}

/** More than this many that share an award are counted, not named. */
const MOST_NAMED = 2;

export function awardWords(award: Award, teams: Snapshot['teams'], texts: ShowTexts, words: Words): AwardWords {
  const names = award.teams.map((winner) => teams.find(({ id }) => id === winner)?.name ?? winner);
  const winner =
    names.length === 0 ? texts.nobody : names.length > MOST_NAMED ? texts.sharedBy(names.length) : names.join(', ');
  const figure = award.value === null ? undefined : figures[award.kind](award.value, texts, words);
  return { title: titles[award.kind](texts), winner, figure };
}

const titles: Readonly<Record<Award['kind'], (texts: ShowTexts) => string>> = {
  detection: ({ awardDetection }) => awardDetection,
  availability: ({ awardAvailability }) => awardAvailability,
  value: ({ awardValue }) => awardValue,
  improved: ({ awardImproved }) => awardImproved,
  comeback: ({ awardComeback }) => awardComeback,
};

const figures: Readonly<Record<Award['kind'], (value: number, texts: ShowTexts, words: Words) => string>> = {
  detection: (seconds, texts) => texts.detectionValue(clockWords(seconds)),
  availability: (share, texts, words) => texts.availabilityValue(words.percent(share)),
  value: (points, texts, words) => texts.valueValue(words.points(points)),
  improved: (points, texts, words) => texts.improvedValue(words.few(points)),
  comeback: (places, texts) => texts.comebackValue(places),
};
