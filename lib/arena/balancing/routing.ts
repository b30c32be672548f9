import type { Architecture, Listener, ListenerRule, LoadBalancer, RuleAction } from '../../architecture/architecture';
import { reaches } from '../../architecture/network';
import { wildcards } from './patterns';

/** The name by which customers call a load balancer is AWS's, with a number that no template knows. */
const host = 'gameday-1234567890.eu-central-1.elb.amazonaws.com';

/** What a rule compares, made ready. Case counts in paths alone. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html */
interface Rule {
  readonly paths: readonly RegExp[];
  readonly methods: readonly string[];
  readonly hosts: readonly RegExp[];
  readonly queries: readonly (readonly { readonly key: RegExp; readonly value: RegExp }[])[];
  readonly action: RuleAction;
}

/** The address that customers know: the internet-facing load balancer's listener for plain HTTP. Programs call each other by it too. */
export class Entry {
  private readonly rules: readonly Rule[];

  private constructor(
    readonly balancer: LoadBalancer,
    readonly listener: Listener,
    readonly reachable: boolean,
  ) {
    this.rules = listener.rules.map(ready);
  }

  /** @returns `undefined` for a stack that nobody can call */
  static tryFind(architecture: Architecture): Entry | undefined {
    const balancer =
      architecture.balancers.find((each) => each.internetFacing && each.listeners.length > 0) ??
      architecture.balancers.find((each) => each.listeners.length > 0);
    const listener = balancer?.listeners.find((each) => each.port === 80) ?? balancer?.listeners[0];
    if (balancer === undefined || listener === undefined) return undefined;
    const self = { groups: balancer.securityGroups, places: balancer.places };
    const reachable = balancer.internetFacing && reaches(architecture.network, 'internet', self, listener.port);
    return new Entry(balancer, listener, reachable);
  }

  /** Zones with a node of the load balancer. */
  get zones(): number[] {
    return [...new Set(this.balancer.places.map((place) => place.zone))].sort((a, b) => a - b);
  }

  /** Whether some request may come to the target group. */
  leadsTo(targetGroup: string): boolean {
    return [...this.rules, { action: this.listener.otherwise }].some(
      ({ action }) => action.kind === 'forward' && action.targetGroups.some(({ id }) => id === targetGroup),
    );
  }

  /** What the listener does with a request; the first rule that fits decides. @param path may have a query */
  action(method: string, path: string): RuleAction {
    const [bare = '', query = ''] = path.split('?', 2);
    const pairs = [...new URLSearchParams(query)];
    return this.rules.find((rule) => fits(rule, method, bare, pairs))?.action ?? this.listener.otherwise;
  }
}

function ready({ pathPatterns, methods, hosts, queries, action }: ListenerRule): Rule {
  return {
    paths: pathPatterns.map((pattern) => wildcards(pattern)),
    methods,
    hosts: hosts.map((pattern) => wildcards(pattern, 'i')),
    queries: queries.map((patterns) =>
      patterns.map(({ key = '*', value }) => ({ key: wildcards(key, 'i'), value: wildcards(value, 'i') })),
    ),
    action,
  };
}

function fits(rule: Rule, method: string, path: string, query: readonly (readonly [string, string])[]): boolean {
  const { paths, methods, hosts, queries } = rule;
  return (
    (paths.length === 0 || paths.some((pattern) => pattern.test(path))) &&
    (methods.length === 0 || methods.includes(method)) &&
    (hosts.length === 0 || hosts.some((pattern) => pattern.test(host))) &&
    queries.every((patterns) =>
      patterns.some((wanted) => query.some(([key, value]) => wanted.key.test(key) && wanted.value.test(value))),
    )
  );
}
