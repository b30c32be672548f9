import type { Listener, ListenerRule, QueryPattern, RuleAction, WeightedGroup } from './architecture';
import { listenerType, loadBalancerType, ruleType, targetGroupType } from './balancing-types';
import { list, object, type Properties, type Values } from './values';

export function readListeners(values: Values, loadBalancer: string): Listener[] {
  return values
    .ofType(listenerType)
    .filter(([, properties]) => values.reference(properties['LoadBalancerArn'], loadBalancerType) === loadBalancer)
    .map(([id, properties]) => ({
      id,
      port: values.number(properties['Port']) ?? 80,
      rules: readRules(values, id),
      otherwise: readAction(values, properties['DefaultActions']),
    }));
}

/** Rules with a condition that no customer can meet are left out (and listed as not modelled). */
function readRules(values: Values, listener: string): ListenerRule[] {
  return values
    .ofType(ruleType)
    .filter(([, properties]) => values.reference(properties['ListenerArn'], listenerType) === listener)
    .filter(([, properties]) => unmetConditions(values, properties).length === 0)
    .map(([, properties]) => ({
      priority: values.number(properties['Priority']) ?? 50_000,
      pathPatterns: textsOf(values, properties, 'path-pattern'),
      methods: textsOf(values, properties, 'http-request-method'),
      hosts: textsOf(values, properties, 'host-header'),
      queries: ofField(values, properties, 'query-string').map((condition) => queries(values, condition)),
      action: readAction(values, properties['Actions']),
    }))
    .sort((a, b) => a.priority - b.priority);
}

/** Where a condition keeps its values. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-elasticloadbalancingv2-listenerrule-rulecondition.html */
const configs: Readonly<Record<string, string>> = {
  'path-pattern': 'PathPatternConfig',
  'host-header': 'HostHeaderConfig',
  'http-request-method': 'HttpRequestMethodConfig',
  'query-string': 'QueryStringConfig',
};

/** Fields of a rule's conditions that cannot be read here: what they compare is not known of customers, or not written down as text. */
export function unmetConditions(values: Values, rule: Properties): string[] {
  return conditionsOf(rule).flatMap((condition) => {
    const field = values.text(condition['Field']) ?? '';
    if (field === 'source-ip' && wanted(condition, 'SourceIpConfig').includes('0.0.0.0/0')) return [];
    const read = field === 'query-string' ? queries(values, condition) : texts(values, condition, field);
    return read.length > 0 ? [] : [field];
  });
}

const conditionsOf = (rule: Properties): Properties[] => list(rule['Conditions']).map(object);
const ofField = (values: Values, rule: Properties, field: string): Properties[] =>
  conditionsOf(rule).filter((condition) => values.text(condition['Field']) === field);
const textsOf = (values: Values, rule: Properties, field: string): string[] =>
  ofField(values, rule, field).flatMap((condition) => texts(values, condition, field));

const wanted = (condition: Properties, config: string): readonly unknown[] =>
  list(condition['Values'] ?? object(condition[config])['Values']);

/** A host that the template computes from a load balancer's own name is the one that customers call. */
function texts(values: Values, condition: Properties, field: string): string[] {
  const config = configs[field];
  if (config === undefined) return [];
  return wanted(condition, config).flatMap((text) => {
    if (field === 'host-header' && values.reference(text, loadBalancerType) !== undefined) return ['*'];
    return values.text(text) ?? [];
  });
}

function queries(values: Values, condition: Properties): QueryPattern[] {
  return wanted(condition, 'QueryStringConfig').flatMap((pair) => {
    const value = values.text(object(pair)['Value']);
    return value === undefined ? [] : [{ key: values.text(object(pair)['Key']), value }];
  });
}

/** The first action that answers. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html#rule-action-types */
function readAction(values: Values, actions: unknown): RuleAction {
  for (const action of list(actions).map(object)) {
    const type = values.text(action['Type']) ?? '';
    if (type === 'fixed-response') {
      return { kind: 'fixed', status: values.number(object(action['FixedResponseConfig'])['StatusCode']) ?? 200 };
    }
    if (type === 'redirect') {
      const code = values.text(object(action['RedirectConfig'])['StatusCode']);
      return { kind: 'fixed', status: code === 'HTTP_301' ? 301 : 302 };
    }
    const refusal = signIn(values, action, type);
    if (refusal !== undefined) return { kind: 'fixed', status: refusal };
    const targetGroups = weightedGroups(values, action);
    if (targetGroups.length > 0) return { kind: 'forward', targetGroups };
  }
  // An action that leads nowhere in this template: what a target group without targets answers.
  return { kind: 'fixed', status: 503 };
}

/** What somebody who has not signed in is answered, as no customer here has; `undefined` when he is let through. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html */
function signIn(values: Values, action: Properties, type: string): number | undefined {
  if (type === 'jwt-validation') return 401;
  if (!type.startsWith('authenticate-')) return undefined;
  const config = object(action[type === 'authenticate-oidc' ? 'AuthenticateOidcConfig' : 'AuthenticateCognitoConfig']);
  const otherwise = values.text(config['OnUnauthenticatedRequest']);
  if (otherwise === 'allow') return undefined;
  return otherwise === 'deny' ? 401 : 302;
}

/** A group that is not in the template has no targets. */
function weightedGroups(values: Values, action: Properties): WeightedGroup[] {
  const weighted = list(object(action['ForwardConfig'])['TargetGroups']).map(object);
  return (weighted.length > 0 ? weighted : [action])
    .filter((each) => each['TargetGroupArn'] !== undefined)
    .map((each) => ({
      id: values.reference(each['TargetGroupArn'], targetGroupType) ?? '',
      weight: values.number(each['Weight']) ?? 1,
    }));
}
