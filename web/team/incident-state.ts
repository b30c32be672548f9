import type { TeamView } from '../../lib/api/views/team-view';

type Impact = NonNullable<TeamView['openImpact']>;

/** What there is to say about customers who are not served well, and what the team has said. */
export interface IncidentState {
  /** Customers suffer now; undefined while they do not, or nothing tells. */
  readonly impact: OpenImpact | undefined;
  /** When the team declared what it has not called over since, in event time; undefined: it talks about nothing. */
  readonly underWaySince: number | undefined;
  /** A declaration would count for something. */
  readonly declarable: boolean;
}

interface OpenImpact extends Pick<Impact, 'startSeconds' | 'declaredAtSeconds' | 'loss'> {
  readonly lastsSeconds: number;
  /** Share of the loss, 0 to 1, that comes back when it is declared now, or ended now. */
  readonly detectionRefund: number;
  readonly recoveryRefund: number;
}

/** The incident of a team at an instant of event time. */
export function incidentState(
  { openImpact, messages, rules }: Pick<TeamView, 'openImpact' | 'messages' | 'rules'>,
  nowSeconds: number,
): IncidentState {
  const declared = messages.findLast(({ kind }) => kind === 'declared');
  const resolved = messages.findLast(({ kind }) => kind === 'resolved');
  const talks = declared !== undefined && messages.indexOf(declared) > (resolved ? messages.indexOf(resolved) : -1);
  return {
    impact: openImpact === null ? undefined : impactAt(openImpact, rules, nowSeconds),
    underWaySince: talks ? declared.atSeconds : undefined,
    // One that is declared counts once; while nothing is open, whoever sees more than the rounds do may still be right.
    declarable: openImpact === null || openImpact.declaredAtSeconds === null,
  };
}

function impactAt(impact: Impact, { detect, recover }: TeamView['rules'], nowSeconds: number): OpenImpact {
  const { startSeconds, declaredAtSeconds, loss } = impact;
  const lastsSeconds = Math.max(0, nowSeconds - startSeconds);
  return {
    startSeconds,
    declaredAtSeconds,
    loss,
    lastsSeconds,
    detectionRefund: refundAfter(lastsSeconds, detect),
    recoveryRefund: refundAfter(lastsSeconds, recover),
  };
}

/** Falls evenly from all of the refund at once to nothing when its time is over. */
const refundAfter = (seconds: number, rule: { readonly refund: number; readonly withinSeconds: number }): number =>
  rule.withinSeconds <= 0 ? 0 : rule.refund * Math.max(0, 1 - seconds / rule.withinSeconds);
