import type { Architecture, Listener, LoadBalancer, RuleAction } from '../../architecture/architecture';
import { reaches } from '../../architecture/network';
import { pathPattern } from './patterns';

/** The address that customers know: the internet-facing load balancer's listener for plain HTTP. Programs call each other by it too. */
export class Entry {
  private readonly rules: readonly {
    readonly patterns: readonly RegExp[];
    readonly methods: readonly string[];
    readonly action: RuleAction;
  }[];

  private constructor(
    readonly balancer: LoadBalancer,
    readonly listener: Listener,
    readonly reachable: boolean,
  ) {
    this.rules = listener.rules.map((rule) => ({
      patterns: rule.pathPatterns.map(pathPattern),
      methods: rule.methods,
      action: rule.action,
    }));
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

  /** What the listener does with a request; the first rule that fits decides. */
  action(method: string, path: string): RuleAction {
    const bare = path.split('?', 1)[0] ?? '';
    const rule = this.rules.find(
      ({ patterns, methods }) =>
        (patterns.length === 0 || patterns.some((pattern) => pattern.test(bare))) &&
        (methods.length === 0 || methods.includes(method)),
    );
    return rule?.action ?? this.listener.otherwise;
  }
}
