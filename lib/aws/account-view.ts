import { CloudWatchClient, type MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import { ElasticLoadBalancingV2Client, paginateDescribeLoadBalancers } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Instant } from '../core/event/event';
import { usdPerHour } from '../core/prices';
import { accountFlag } from '../core/scorer/merge';
import type { AccountView } from '../core/scorer/ports';
import { readMetrics } from './metric-data';
import type { TeamAccounts } from './team-account';
import { teamResources } from './team-resources';

/** A look at an account takes a second or two. Two hundred of them, 25 at a time, that all take this long leave a tick its last minute. */
const LOOK_MS = 15_000;

/** Teams' accounts as the scorer sees them. @param now milliseconds since the epoch */
export function accountView(accounts: TeamAccounts, now: () => number = Date.now): AccountView {
  return {
    spend: async ({ account }) => {
      const resources = await teamResources(accounts, account, now(), AbortSignal.timeout(LOOK_MS));
      const { usdPerHour: usd, flags } = usdPerHour(resources);
      return { usdPerHour: usd, flags: flags.map((flag) => `${accountFlag}${flag}`) };
    },
    balancerRequests: async ({ account }, span) => {
      const balancers = await applicationBalancers(accounts.client(account, ElasticLoadBalancingV2Client));
      const requests = new Map<Instant, number>();
      if (balancers.length === 0) return requests;
      const answers = await readMetrics(
        accounts.client(account, CloudWatchClient),
        [balancers.map(requestCount)],
        span,
      );
      for (const { Timestamps = [], Values = [] } of answers.flat()) {
        Timestamps.forEach((at, index) => {
          const minute = at.getTime();
          requests.set(minute, (requests.get(minute) ?? 0) + (Values[index] ?? 0));
        });
      }
      return requests;
    },
  };
}

/** Names as metrics have them: `app/name/id`, the end of the ARN. An account has at most 50 of them by default. */
async function applicationBalancers(client: ElasticLoadBalancingV2Client): Promise<string[]> {
  const found: string[] = [];
  for await (const { LoadBalancers = [] } of paginateDescribeLoadBalancers({ client }, {})) {
    for (const { LoadBalancerArn: arn = '', Type: type } of LoadBalancers) {
      if (type === 'application') found.push(arn.slice(arn.indexOf(':loadbalancer/') + ':loadbalancer/'.length));
    }
  }
  return found;
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html */
const requestCount = (balancer: string, index: number): MetricDataQuery => ({
  Id: `requests${index}`,
  MetricStat: {
    Metric: {
      Namespace: 'AWS/ApplicationELB',
      MetricName: 'RequestCount',
      Dimensions: [{ Name: 'LoadBalancer', Value: balancer }],
    },
    Period: 60,
    Stat: 'Sum',
  },
});
