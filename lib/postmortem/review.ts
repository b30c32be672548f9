import type { GameDayEvent } from '../core/event/event';
import { formatClock } from '../core/event/durations';
import { causesOf } from '../core/incidents/causes';
import type { Incident } from '../core/incidents/incident';
import type { ExperimentOutcome } from '../core/incidents/outcomes';
import type { Damage } from './damage';
import { servedShare } from './damage';
import type { PeerTimes } from './peers';
import type { TimelineItem } from './timeline';
import { counted, lasting, percent } from './words';

/** What a review is derived from. */
interface Reviewed {
  readonly event: GameDayEvent;
  readonly incident: Incident;
  /** Those of the same team. */
  readonly others: readonly Incident[];
  readonly damage: Damage;
  readonly times: readonly PeerTimes[];
  readonly timeline: readonly TimelineItem[];
  readonly outcomes: readonly ExperimentOutcome[];
}

/** A fact, and whether it speaks for how things went. */
interface Finding {
  readonly well: boolean;
  readonly text: string;
}

/** What went well and what did not, as far as the records tell: sentences without blame, each of them a fact. */
export function reviewOf(reviewed: Reviewed): { readonly well: readonly string[]; readonly badly: readonly string[] } {
  const findings = [
    ...detection(reviewed),
    ...recovery(reviewed),
    ...communication(reviewed),
    ...service(reviewed),
    ...learning(reviewed),
  ];
  const texts = (well: boolean): string[] => findings.flatMap((each) => (each.well === well ? [each.text] : []));
  return { well: texts(true), badly: texts(false) };
}

const good = (text: string): Finding => ({ well: true, text });
const bad = (text: string): Finding => ({ well: false, text });

function detection({ incident, times }: Reviewed): Finding[] {
  const own = incident.secondsToDetect;
  if (own === null) return [bad('The incident was never declared.')];
  const { declaredAtSeconds, endSeconds } = incident;
  if (endSeconds !== null && (declaredAtSeconds ?? 0) > endSeconds)
    return [bad(`It was declared ${lasting(own)} after it began, when customers were served well again already.`)];
  const said = own === 0 ? 'It was declared by the time it began' : `It was declared ${lasting(own)} after it began`;
  return [against(said, own, times.find(({ kind }) => kind === 'detect')?.median ?? null)];
}

function recovery({ incident, times }: Reviewed): Finding[] {
  const own = incident.secondsToRecover;
  if (own === null) return [bad('Customers were not served well again as far as the records go.')];
  const median = times.find(({ kind }) => kind === 'recover')?.median ?? null;
  return [against(`Customers were served well again after ${lasting(own)}`, own, median)];
}

/** Without others there is nothing that says whether it was soon; that it happened at all speaks for it. */
function against(said: string, own: number, median: number | null): Finding {
  if (median === null) return good(`${said}.`);
  if (own === median) return good(`${said}, as long as the median of other teams.`);
  return own < median
    ? good(`${said}, sooner than the median of other teams (${lasting(median)}).`)
    : bad(`${said}, later than the median of other teams (${lasting(median)}).`);
}

function communication({ incident }: Reviewed): Finding[] {
  const { messages, declaredAtSeconds, resolvedAtSeconds, endSeconds } = incident;
  const told = messages.filter((message) => message.kind === 'updated' && message.audience === 'external');
  const [first] = told;
  const findings: Finding[] = [];
  if (first === undefined) findings.push(bad('Customers were not told anything.'));
  else {
    const since = lasting(Math.max(0, first.atSeconds - incident.startSeconds));
    findings.push(
      good(
        `Customers were told ${told.length === 1 ? 'once' : `${told.length} times`}, first ${since} after it began.`,
      ),
    );
  }
  if (declaredAtSeconds === null) return findings;
  if (resolvedAtSeconds === null) {
    if (endSeconds !== null) findings.push(bad('It was never called resolved.'));
  } else if (endSeconds === null || resolvedAtSeconds < endSeconds) {
    findings.push(
      bad(`It was called resolved at ${formatClock(resolvedAtSeconds)}, before customers were served well again.`),
    );
  } else findings.push(good('It was called resolved only when customers were served well again.'));
  return findings;
}

function service({ damage }: Reviewed): Finding[] {
  const { worst, down } = damage;
  if (worst === undefined) return [];
  const share = `${percent(servedShare(worst))} of the requests were served well`;
  return down > 0
    ? [bad(`In ${counted(down, 'round', 'rounds')} more than half of the requests failed; in the worst one ${share}.`)]
    : [good(`The service was never down: in the worst round ${share}.`)];
}

function learning({ incident, others, timeline, outcomes }: Reviewed): Finding[] {
  const repairs = timeline.filter(({ kind }) => kind === 'repair');
  const findings: Finding[] = [];
  if (repairs.length > 0) findings.push(good(`${counted(repairs.length, 'repair was', 'repairs were')} seen.`));
  else if (incident.endSeconds !== null)
    findings.push(bad('It ended without a repair that the records know of: it may come back.'));
  for (const { run, experiment } of causesOf(incident)) {
    const verdict = outcomes.find((outcome) => outcome.run === run)?.hypothesis;
    if (verdict === 'held') findings.push(good(`The hypothesis of ${experiment} held all the same.`));
    if (verdict === 'refuted') findings.push(bad(`The hypothesis of ${experiment} did not hold.`));
    const before = others.filter(
      ({ number, suspects }) =>
        number < incident.number &&
        suspects.some((each) => each.role === 'cause' && each.experiment === experiment && each.run !== run),
    );
    if (before.length > 0)
      findings.push(
        bad(`Experiment ${experiment} had hurt before: incident ${before.map(({ number }) => number).join(', ')}.`),
      );
  }
  return findings;
}
