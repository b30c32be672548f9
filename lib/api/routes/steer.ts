import { createRoute, z } from '@hono/zod-openapi';
import { steeringEntry, type Steering } from '../../core/time/steering';
import type { ApiPorts } from '../ports';
import { ApiRefusal } from '../refusal';
import { answers, audience, jsonBody, someText, writtenSchema, type AddRoute } from '../route';
import { writeEntry } from '../write';

const steeringSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['started', 'paused', 'resumed', 'closed', 'frozen', 'revealed']) }),
  z.strictObject({
    type: z.literal('extended'),
    seconds: z.number().positive().max(604_800),
    team: z.string().optional(),
  }),
  z.strictObject({ type: z.literal('traffic'), factor: z.number().min(0).max(1000), team: z.string().optional() }),
  z.strictObject({ type: z.literal('announced'), text: someText }),
]);

const steer = createRoute({
  ...audience('organizer'),
  method: 'post',
  path: '/api/organizer/steering',
  summary: 'Start, pause, resume, extend, freeze, reveal or close the event, change its traffic, or announce something',
  request: jsonBody(steeringSchema),
  responses: answers(writtenSchema, 'When it takes effect'),
});

export function addSteering(add: AddRoute, ports: ApiPorts): void {
  add(steer, async (c) => {
    const { team, ...asked } = { team: undefined, ...c.req.valid('json') };
    const change = { ...asked, ...(team === undefined ? {} : { team }) } as Steering;
    if (!ports.steering.includes(change.type)) {
      throw new ApiRefusal(409, `This cannot be done here: ${change.type}. What can: ${ports.steering.join(', ')}.`);
    }
    const log = await ports.records.log();
    const { clock, newId } = ports;
    const moment = {
      now: clock.now(),
      newId: newId(),
      ...(clock.beginsAt === undefined ? {} : { beginsAt: clock.beginsAt }),
    };
    const decision = steeringEntry(ports.event, log, change, moment);
    if (!decision.ok) throw new ApiRefusal(409, `It would change nothing: ${decision.reason}.`);
    return c.json(await writeEntry(ports, decision.entry), 200);
  });
}
