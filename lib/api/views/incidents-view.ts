import { z } from '@hono/zod-openapi';
import { incidentsOf } from '../../core/incidents/incidents';
import type { Incident } from '../../core/incidents/incident';
import type { Message } from '../../core/incidents/messages';
import type { Reading } from '../reading';

const messageSchema = z.strictObject({
  kind: z.enum(['declared', 'updated', 'resolved']),
  atSeconds: z.number(),
  text: z.string().nullable(),
  audience: z.enum(['internal', 'external']).nullable(),
});
const messages = z.array(messageSchema);
const seconds = z.number().nullable();

const incidentSchema = z
  .strictObject({
    team: z.string(),
    /** Its place among the team's, from 1. */
    number: z.int(),
    startSeconds: z.number(),
    /** Null while it is open. */
    endSeconds: seconds,
    declaredAtSeconds: seconds,
    secondsToDetect: seconds,
    secondsToAcknowledge: seconds,
    secondsToRecover: seconds,
    loss: z.number(),
    refunds: z.strictObject({ detection: z.number(), recovery: z.number() }),
    messages,
    suspects: z.array(
      z.strictObject({ run: z.string(), experiment: z.string(), role: z.enum(['cause', 'aggravation']) }),
    ),
  })
  .openapi('OrganizerIncident');
const falseAlarmSchema = z
  .strictObject({ team: z.string(), atSeconds: z.number(), points: z.number(), messages })
  .openapi('FalseAlarm');

export const incidentsViewSchema = z
  .strictObject({
    /** Newest first. */
    incidents: z.array(incidentSchema),
    /** Newest first. */
    falseAlarms: z.array(falseAlarmSchema),
  })
  .openapi('IncidentsView');
export type IncidentsView = z.infer<typeof incidentsViewSchema>;

/** What all teams went through, with what was done to them meanwhile. */
export function incidentsView({ event, game }: Reading): IncidentsView {
  const teams = incidentsOf(event, game);
  return {
    incidents: teams
      .flatMap(({ incidents }) => incidents.map(incidentRow))
      .sort((a, b) => b.startSeconds - a.startSeconds),
    falseAlarms: teams
      .flatMap(({ team, falseAlarms }) =>
        falseAlarms.map(({ atSeconds, points, messages: said }) => ({
          team,
          atSeconds,
          points,
          messages: said.map(messageRow),
        })),
      )
      .sort((a, b) => b.atSeconds - a.atSeconds),
  };
}

const incidentRow = (incident: Incident): IncidentsView['incidents'][number] => ({
  team: incident.team,
  number: incident.number,
  startSeconds: incident.startSeconds,
  endSeconds: incident.endSeconds,
  declaredAtSeconds: incident.declaredAtSeconds,
  secondsToDetect: incident.secondsToDetect,
  secondsToAcknowledge: incident.secondsToAcknowledge,
  secondsToRecover: incident.secondsToRecover,
  loss: incident.loss,
  refunds: { ...incident.refunds },
  messages: incident.messages.map(messageRow),
  suspects: incident.suspects.map(({ run, experiment, role }) => ({ run, experiment, role })),
});

const messageRow = (message: Message): z.infer<typeof messageSchema> => ({
  kind: message.kind,
  atSeconds: message.atSeconds,
  text: 'text' in message ? message.text : null,
  audience: 'audience' in message ? message.audience : null,
});
