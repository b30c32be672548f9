import type { IIoHost } from '@aws-cdk/toolkit-lib';

/** What CDK's toolkit tells of one deployment. */
export interface HeardEvents extends IIoHost {
  /** What CloudFormation said of each resource that failed, the first that failed first. */
  readonly reasons: string[];
}

/** The part of a message about a resource that is read here: https://docs.aws.amazon.com/cdk/api/toolkit-lib/message-registry/ */
interface Activity {
  readonly progress?: { readonly completed: number; readonly total?: number };
  readonly event?: {
    readonly LogicalResourceId?: string;
    readonly ResourceType?: string;
    readonly ResourceStatus?: string;
    readonly ResourceStatusReason?: string;
  };
}

const STACK_ACTIVITY = 'CDK_TOOLKIT_I5502';
const PUBLISHING_ASSET = 'CDK_TOOLKIT_I5220';

/** Listens to a deployment, tells how far it is, and says yes to what the toolkit asks: the plan was agreed to before. */
export function listener(say: (text: string) => void): HeardEvents {
  const reasons: string[] = [];
  return {
    reasons,
    notify({ code, data }) {
      if (code === PUBLISHING_ASSET) say('uploads');
      if (code === STACK_ACTIVITY) hear(data as Activity);
      return Promise.resolve();
    },
    requestResponse: ({ defaultResponse }) => Promise.resolve(defaultResponse),
  };

  function hear({ progress, event }: Activity): void {
    const status = event?.ResourceStatus ?? '';
    // Whatever was under way when something failed is cancelled, which explains nothing.
    if (status.endsWith('_FAILED') && !/cancelled/i.test(event?.ResourceStatusReason ?? '')) {
      reasons.push(`${event?.LogicalResourceId} (${event?.ResourceType}): ${event?.ResourceStatusReason ?? status}`);
    }
    if (progress === undefined) return;
    const of = progress.total === undefined ? '' : ` of ${progress.total}`;
    say(`${progress.completed}${of} resources${/ROLLBACK/.test(status) ? ', rolls back' : ''}`);
  }
}
