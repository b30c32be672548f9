import type * as iam from 'aws-cdk-lib/aws-iam';
import type { LoadEnv } from '../../../load/aws/environment';
import type { ApiFunctionEnv } from '../../handlers/api-env';
import type { ScorerEnv } from '../../handlers/scorer-env';

/** What the programs ask for in their environment, besides what Lambda sets itself. */
export type EnvironmentName = keyof ScorerEnv | keyof LoadEnv | Exclude<keyof ApiFunctionEnv, 'AWS_REGION'>;

/**
 * A program of the organizer's plane that is granted things: each grant gives the permission and sets the environment variable that
 * says where the thing is, so that neither is forgotten.
 */
export interface Grantee {
  readonly role: iam.Role;
  setEnvironment(name: EnvironmentName, value: string): void;
}
