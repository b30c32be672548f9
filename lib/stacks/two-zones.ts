import { Fn } from 'aws-cdk-lib';

/** The first two zones of whatever region a stack is deployed to: looked up by CloudFormation, not at synthesis. */
export const twoZones = (): string[] => [0, 1].map((zone) => Fn.select(zone, Fn.getAzs()));
