import { z } from '@hono/zod-openapi';
import type { ApiPorts } from '../ports';

/** What a team can do here beside what it can do everywhere: pages hide the rest. */
export const offerSchema = z.enum(['aws-account', 'endpoint', 'test', 'console']);
type Offer = z.infer<typeof offerSchema>;

export const offersOf = ({ ways, endpoints, testJourney, console }: ApiPorts): Offer[] => [
  ...(ways === undefined ? [] : (['aws-account'] as const)),
  ...(endpoints === undefined ? [] : (['endpoint'] as const)),
  ...(testJourney === undefined ? [] : (['test'] as const)),
  ...(console === undefined ? [] : (['console'] as const)),
];
