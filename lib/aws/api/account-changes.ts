import { LookupEventsCommand, type CloudTrailClient, type Event } from '@aws-sdk/client-cloudtrail';
import type { Instant } from '../../core/event/event';

/** A change in an account, on the calendar. */
export interface DatedChange {
  readonly at: Instant;
  readonly who: string;
  readonly what: string;
}

/** As many as one answer holds. https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html */
const MOST = 50;
/** Lately. What is older is of no use to whoever looks for what just broke. */
const LATELY_MS = 2 * 3600_000;

/**
 * What changed in an account in the last two hours, newest first. CloudTrail shows a call some minutes after it was made, and answers two questions
 * a second in an account and region: whoever asks often keeps the answer. https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events.html
 */
export async function accountChanges(client: CloudTrailClient, now: Instant): Promise<DatedChange[]> {
  const { Events: events = [] } = await client.send(
    new LookupEventsCommand({
      LookupAttributes: [{ AttributeKey: 'ReadOnly', AttributeValue: 'false' }],
      StartTime: new Date(now - LATELY_MS),
      EndTime: new Date(now),
      MaxResults: MOST,
    }),
  );
  return events.flatMap((event) => changeOf(event) ?? []).sort((a, b) => b.at - a.at);
}

/** Of what was sent nothing is told but the names of resources: parameters may hold secrets. */
function changeOf({
  EventTime: time,
  EventName: name,
  EventSource: source,
  Username: who,
  Resources: resources,
}: Event) {
  if (time === undefined || name === undefined) return undefined;
  const of = [...new Set((resources ?? []).flatMap(({ ResourceName }) => ResourceName ?? []))].slice(0, 3);
  const service = source?.replace(/\.amazonaws\.com$/, '') ?? 'AWS';
  return { at: time.getTime(), who: who ?? 'AWS', what: [`${service} ${name}`, ...of].join(' ') };
}
