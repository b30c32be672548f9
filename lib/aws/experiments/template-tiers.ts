import { z } from 'zod';
import { tierTag } from '../../architecture/values';

/** A resource of a deployed template, and the tier or role that the template gives it. */
export interface TemplateResource {
  readonly logicalId: string;
  /** Such as `AWS::EC2::Instance`. */
  readonly type: string;
  readonly tier: string | undefined;
}

const templateSchema = z.looseObject({
  Resources: z.record(
    z.string(),
    z.looseObject({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).optional() }),
  ),
});

/** The resources of a template, as CloudFormation gives it back. Throws when it is none. */
export const templateResources = (template: unknown): readonly TemplateResource[] =>
  Object.entries(templateSchema.parse(template).Resources).map(([logicalId, { Type: type, Properties = {} }]) => ({
    logicalId,
    type,
    tier: tierTag(Properties['Tags']),
  }));
