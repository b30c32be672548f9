import type { Template } from '../core/scenario';
import { isObject, list, object } from './values';

/**
 * A template that can be read without surprises. What is no resource at all becomes one of no type, so that it is listed like others; of two
 * values that a condition chooses from, the first is taken (and said so, see `listStrangeTemplate`).
 */
export function sound(given: Template): Template {
  const resources = Object.entries(object(given.Resources)).map(([id, resource]) => {
    const { Type } = object(resource);
    return [id, typeof Type === 'string' ? chosen(resource) : { Type: '' }];
  });
  return { ...given, Resources: Object.fromEntries(resources) as Template['Resources'] };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html#intrinsic-function-reference-conditions-if */
function chosen(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(chosen).filter((each) => !isNoValue(each));
  if (!isObject(value)) return value;
  if (Object.hasOwn(value, 'Fn::If')) return chosen(list(value['Fn::If'])[1]);
  const entries = Object.entries(value).map(([key, inner]) => [key, chosen(inner)] as const);
  return Object.fromEntries(entries.filter(([, inner]) => !isNoValue(inner)));
}

const isNoValue = (value: unknown) => isObject(value) && value['Ref'] === 'AWS::NoValue';
