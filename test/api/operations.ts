import { apiDocument } from '../../lib/api/routes/document';
import type { Office } from './call';

/** A route as the OpenAPI document has it. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly audience: string;
  /** JSON schema of what it takes; undefined where it takes nothing. */
  readonly schema: unknown;
}

/** All routes, in the document's order. */
export function operationsOf({ app }: Office): Operation[] {
  const { paths } = JSON.parse(JSON.stringify(apiDocument(app))) as {
    paths: Record<string, Record<string, Described>>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      method: method.toUpperCase(),
      path,
      audience: described['x-audience'],
      schema: described.requestBody?.content['application/json']?.schema,
    })),
  );
}

interface Described {
  readonly 'x-audience': string;
  readonly requestBody?: { readonly content: Record<string, { readonly schema: unknown }> };
}

/** A body that each write takes. */
export const goodBodies: Readonly<Record<string, unknown>> = {
  '/api/session': { code: 'none' },
  '/api/teams/{team}/incident': { text: 'customers cannot book' },
  '/api/teams/{team}/incident/updates': { text: 'we look into it', audience: 'external' },
  '/api/teams/{team}/incident/resolution': {},
  '/api/teams/{team}/hints': { number: 1, level: 1 },
  '/api/teams/{team}/questions': { text: 'may we?' },
  '/api/teams/{team}/endpoint': { url: 'https://blue.example/' },
  '/api/teams/{team}/test': {},
  '/api/teams/{team}/console': {},
  '/api/teams/{team}/credentials': { region: 'eu-west-1' },
  '/api/teams/{team}/seat': { taken: true },
  '/api/teams/{team}/changes': { changes: [{ resource: 'Table', path: ['BillingMode'], value: 'PAY_PER_REQUEST' }] },
  '/api/teams/{team}/resources': { creation: 'instance', of: 'First' },
  '/api/teams/{team}/operations': { operation: 'reboot', on: 'First-1' },
  '/api/organizer/answers': { to: 'question', text: 'yes', public: true },
  '/api/organizer/steering': { type: 'announced', text: 'lunch' },
  '/api/organizer/experiments': { experiment: 'stop', teams: ['blue'], seconds: 60 },
  '/api/organizer/stops': {},
  '/api/organizer/adjustments': { team: 'blue', points: 5, reason: 'our mistake' },
  '/api/organizer/voids': { from: 0, to: 0, reason: 'our engine' },
  '/api/organizer/retractions': { entry: 'question', reason: 'a mistake' },
};
