/** What a game of the lab is about: a clean team, one weakness left in, a bot of some skill, or a strategy that must not pay. */
export type VariantKind = 'clean' | 'weakness' | 'profile' | 'strategy';

export interface Variant {
  readonly kind: VariantKind;
  /** Unique among the variants of its kind. */
  readonly id: string;
  readonly title: string;
}

/** Best first: each must beat the next. */
export const profileIds = ['expert', 'steady', 'novice', 'idle'] as const;

/** What must not pay: each loses to a steady team that plays by the rules. */
const strategies = [
  ['maximum-everywhere', 'Maximum size everywhere'],
  ['everything-off', 'Everything off'],
  ['static-page', 'Answering from a static page'],
  ['break-and-recover', 'Breaking and recovering on purpose'],
  ['declare-every-minute', 'Declaring every minute'],
  ['all-hints-at-once', 'All hints at once'],
  ['cheapest-everything', 'Cheapest everything'],
] as const;
export type StrategyId = (typeof strategies)[number][0];

/** Every variant of a scenario, the clean team first. */
export function variantsOf(weaknesses: readonly { readonly id: string; readonly title: string }[]): readonly Variant[] {
  return [
    { kind: 'clean', id: 'clean', title: 'The good stack' },
    ...weaknesses.map(({ id, title }): Variant => ({ kind: 'weakness', id, title })),
    ...profileIds.map((id): Variant => ({ kind: 'profile', id, title: `${id} team` })),
    ...strategies.map(([id, title]): Variant => ({ kind: 'strategy', id, title })),
  ];
}
