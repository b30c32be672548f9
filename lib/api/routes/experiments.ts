import { createRoute, z } from '@hono/zod-openapi';
import { orderedEntry } from '../../core/experiments/entries';
import { LONGEST_SECONDS } from '../../core/experiments/experiment';
import { decideOrder, knownRuns } from '../../core/experiments/orders';
import { runsOf } from '../../core/experiments/runs';
import type { ApiPorts } from '../ports';
import type { Reading } from '../reading';
import { ApiRefusal } from '../refusal';
import { answers, audience, jsonBody, writtenSchema, type AddRoute } from '../route';
import { experimentsView, experimentsViewSchema } from '../views/experiments-view';
import { writeFact, type Written } from '../write';

const id = z.string().min(1).max(300);
const allWritten = z.strictObject({ written: z.array(writtenSchema) });

const view = createRoute({
  ...audience('organizer'),
  method: 'get',
  path: '/api/organizer/experiments',
  summary: 'The scenario’s experiments, what is planned, and what has become of it',
  responses: answers(experimentsViewSchema, 'As it stands now'),
});

const run = createRoute({
  ...audience('organizer'),
  method: 'post',
  path: '/api/organizer/experiments',
  summary: 'Break something now, at some teams or at all; it ends by itself',
  request: jsonBody(
    z.strictObject({
      experiment: id,
      /** At all of them when left out. */
      teams: z.array(id).min(1).max(1000).optional(),
      /** Event time; as long as the experiment says when left out. */
      seconds: z.number().positive().max(LONGEST_SECONDS).optional(),
    }),
  ),
  responses: answers(allWritten, 'The orders, one for each team'),
});

const stop = createRoute({
  ...audience('organizer'),
  method: 'post',
  path: '/api/organizer/stops',
  summary: 'End runs or call them off; everything that is under way when no run is named',
  request: jsonBody(z.strictObject({ runs: z.array(id).min(1).max(1000).optional() })),
  responses: answers(allWritten, 'The orders'),
});

export function addExperiments(add: AddRoute, ports: ApiPorts, read: () => Promise<Reading>): void {
  add(view, async (c) => c.json(experimentsView(ports, await read()), 200));

  add(run, async (c) => {
    const { experiment, teams = [], seconds } = c.req.valid('json');
    const { phase } = (await read()).day;
    if (phase !== 'running') throw new ApiRefusal(409, `Experiments begin while the event runs: it is ${phase}.`);
    const mark = ports.newId().slice(0, MARK_CHARACTERS);
    const decision = decideOrder(ports.event, ports.experiments, { experiment, teams, seconds }, mark);
    if (!decision.ok) throw new ApiRefusal(404, `${decision.reason}. ${decision.hint}`);
    const written: Written[] = [];
    for (const order of decision.orders) {
      const { id: entry, ...fact } = orderedEntry(order);
      written.push(await writeFact(ports, fact, entry));
    }
    return c.json({ written }, 200);
  });

  add(stop, async (c) => {
    const { runs } = c.req.valid('json');
    if (runs === undefined) {
      return c.json({ written: [await writeFact(ports, { by: 'organizer', type: 'stop-ordered' })] }, 200);
    }
    const { day } = await read();
    const known = knownRuns(ports.event, ports.experiments, day);
    const unknown = runs.find((each) => !known.has(each));
    if (unknown !== undefined) throw new ApiRefusal(404, `No run is called “${unknown}”.`);
    const states = runsOf(day.entries);
    const open = [...new Set(runs)].filter((each) => !['ended', 'refused'].includes(states.get(each)?.state ?? ''));
    // Of several, some may have ended since whoever asks looked.
    if (open.length === 0) throw new ApiRefusal(409, 'That is over already.');
    const written: Written[] = [];
    for (const each of open) {
      written.push(await writeFact(ports, { by: 'organizer', type: 'stop-ordered', run: each }));
    }
    return c.json({ written }, 200);
  });
}

/** Of an id: enough that no two orders of an event have the same. */
const MARK_CHARACTERS = 8;
