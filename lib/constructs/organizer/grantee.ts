import type * as iam from 'aws-cdk-lib/aws-iam';

/**
 * A program of the organizer's plane that is granted things: each grant gives the permission and sets the environment variable that
 * says where the thing is, so that neither is forgotten.
 */
export interface Grantee {
  readonly role: iam.Role;
  setEnvironment(name: string, value: string): void;
}
