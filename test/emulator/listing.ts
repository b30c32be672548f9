import { CloudFormationClient, GetTemplateCommand, ListStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import { missingResources } from '../../lib/deploy/missing-resources';
import type { organizerOptions } from './cloudformation';

type Template = Parameters<typeof missingResources>[0];

interface Listing {
  /** Types of the template, each once, sorted. */
  readonly types: readonly string[];
  /** Resources of the template that do not stand, and why this is known: CloudFormation does not list them. */
  readonly missing: readonly string[];
}

/** What CloudFormation says of a deployed stack, held against its template. */
export async function listingOf(options: ReturnType<typeof organizerOptions>, stack: string): Promise<Listing> {
  const client = new CloudFormationClient(options);
  const { TemplateBody: body } = await client.send(new GetTemplateCommand({ StackName: stack }));
  const { StackResourceSummaries: listed } = await client.send(new ListStackResourcesCommand({ StackName: stack }));
  const template = JSON.parse(body ?? '') as Template;
  const resources = (listed ?? []).map((each) => ({
    logicalId: each.LogicalResourceId ?? '',
    physicalId: each.PhysicalResourceId,
    status: each.ResourceStatus ?? '',
  }));
  const types = new Set(Object.values(template.Resources).map(({ Type }) => Type));
  return { types: [...types].sort(), missing: missingResources(template, resources) };
}
