import type { IConstruct, IMixin } from 'constructs';
import type { RentalMarket } from '../stack';

/** A mixin that spoils the rental market and leaves every other construct alone. CDK is imported for its types only. */
export function marketMixin(spoil: (market: RentalMarket) => void): IMixin {
  const isMarket = (construct: IConstruct): construct is RentalMarket =>
    (construct as Partial<RentalMarket>).scenario === 'rental-market';
  return {
    supports: isMarket,
    applyTo(construct) {
      if (isMarket(construct)) spoil(construct);
    },
  };
}

/** The CloudFormation resource behind a construct. */
export const resourceOf = <T>(construct: IConstruct): T => construct.node.defaultChild as T;

/** What hints cost, in seconds of planned service: a nudge, a direction, nearly the answer. */
export const hints = (nudge: string, direction: string, answer: string) => [
  { text: nudge, costSeconds: 30 },
  { text: direction, costSeconds: 60 },
  { text: answer, costSeconds: 120 },
];
