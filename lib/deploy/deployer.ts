import type { DeployTarget } from './target';

/** How a stack stands, and what deploying it would change. */
export interface StackPreview {
  /** CloudFormation's status of the stack; undefined where there is none. */
  readonly status: string | undefined;
  /** Whether the account has to be prepared for CDK first. */
  readonly bootstraps: boolean;
  /** Resources. */
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** Values of a stack's outputs by name. */
export type StackOutputs = Readonly<Record<string, string>>;

/** What deploys stacks: CDK's toolkit, or a test's own. */
export interface Deployer {
  preview(target: DeployTarget): Promise<StackPreview>;
  /**
   * Deploys until CloudFormation says that all of the template is there. Throws `StackFailure` when it is not, and whatever kept it from asking.
   * @param say takes how far it is, in a few words
   */
  deploy(target: DeployTarget, say: (text: string) => void): Promise<StackOutputs>;
}

/** A stack that did not come to what its template says. */
export class StackFailure extends Error {
  override readonly name = 'StackFailure';

  /**
   * @param status CloudFormation's, undefined when it is not known
   * @param reasons what CloudFormation said of each resource that failed, the first that failed first
   */
  constructor(
    message: string,
    readonly status: string | undefined,
    readonly reasons: readonly string[],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
