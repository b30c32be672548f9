/** One resource as CloudFormation lists it after a deployment. */
export interface ListedResource {
  readonly logicalId: string;
  readonly physicalId: string | undefined;
  readonly status: string;
}

/**
 * What a template has and its stack has not, by logical id and type, sorted. A resource with a condition may be left out by it, and
 * CDK's own metadata is nobody's loss.
 */
export function missingResources(
  template: { readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Condition?: unknown }>> },
  listed: readonly ListedResource[],
): string[] {
  const there = new Set(
    listed
      .filter(
        ({ physicalId, status }) =>
          physicalId !== undefined && /^(CREATE|UPDATE|IMPORT)_COMPLETE$|^UPDATE_ROLLBACK_COMPLETE$/.test(status),
      )
      .map(({ logicalId }) => logicalId),
  );
  return Object.entries(template.Resources)
    .filter(([id, { Type, Condition }]) => Condition === undefined && Type !== 'AWS::CDK::Metadata' && !there.has(id))
    .map(([id, { Type }]) => `${id} (${Type})`)
    .sort();
}
