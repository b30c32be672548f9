import { createRoute, z } from '@hono/zod-openapi';
import type { ApiPorts } from '../ports';
import type { Reading } from '../reading';
import { answers, audience, type AddRoute } from '../route';

const checkSchema = z
  .strictObject({
    /** Null: all depend on it. */
    team: z.string().nullable(),
    name: z.string(),
    verdict: z.enum(['green', 'red', 'not-applicable']),
    says: z.string(),
    /** What to do; null where there is nothing to do. */
    fix: z.string().nullable(),
  })
  .openapi('ReadinessCheck');
const readinessSchema = z.strictObject({ checks: z.array(checkSchema) }).openapi('Readiness');
export type Readiness = z.infer<typeof readinessSchema>;

const readiness = createRoute({
  ...audience('organizer'),
  method: 'get',
  path: '/api/organizer/readiness',
  summary: 'Whether everything is there that the event needs to start',
  responses: answers(readinessSchema, 'What was looked at just now'),
});

export function addReadiness(add: AddRoute, ports: ApiPorts, read: () => Promise<Reading>): void {
  add(readiness, async (c) => {
    const [{ day }, examined] = await Promise.all([read(), ports.readiness()]);
    const [problem] = day.problems;
    const records: Readiness['checks'][number] =
      problem === undefined
        ? { team: null, name: 'records', verdict: 'green', says: 'every entry of the log is understood', fix: null }
        : {
            team: null,
            name: 'records',
            verdict: 'red',
            says: `${problem.about} ${problem.message}`,
            fix: 'Take it back, or go on without it.',
          };
    const checks = examined.map(({ team = null, name, finding }) => ({
      team,
      name,
      verdict: finding.verdict,
      says: finding.says,
      fix: finding.verdict === 'red' ? finding.fix : null,
    }));
    return c.json({ checks: [records, ...checks] }, 200);
  });
}
