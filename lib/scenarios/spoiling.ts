import type { CfnResource } from 'aws-cdk-lib';
import type { IConstruct, IMixin } from 'constructs';
import type { Foundation } from '../constructs/foundation';

/**
 * Makes mixins that spoil the architecture of one scenario and leave every other construct alone. CDK is imported for its types
 * only, here and in weaknesses, so that a catalogue of weaknesses is cheap to load.
 */
export const spoiling =
  <Architecture extends Foundation>(scenario: Foundation['scenario']) =>
  (spoil: (architecture: Architecture) => void): IMixin => {
    const isOurs = (construct: IConstruct): construct is Architecture =>
      (construct as Partial<Foundation>).scenario === scenario;
    return {
      supports: isOurs,
      applyTo(construct) {
        if (isOurs(construct)) spoil(construct);
      },
    };
  };

/** The CloudFormation resource behind a construct. */
export const resourceOf = <T>(construct: IConstruct): T => construct.node.defaultChild as T;

/**
 * Lets cfn-lint pass over one rule on the resource behind a construct: what it would find is what the weakness plants. Every other rule, and
 * the same one elsewhere in the template, still holds. https://github.com/aws-cloudformation/cfn-lint#resource-based-metadata
 */
export const passOver = (construct: IConstruct, rule: string): void =>
  resourceOf<CfnResource>(construct).addMetadata('cfn-lint', { config: { ignore_checks: [rule] } });
