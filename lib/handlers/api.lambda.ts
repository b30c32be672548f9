import { handle, type APIGatewayProxyResult } from 'hono/aws-lambda';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { JourneyDefinition } from '../../load/journey';
import { createApi } from '../api/api';
import { problemResponse, ApiRefusal } from '../api/refusal';
import { awsPorts } from '../aws/api/aws-ports';
import { asViewerSent, type UrlRequest } from '../aws/api/viewer';
import { readEventObject } from '../aws/event-object';
import { impatient } from '../aws/patience';
import { experimentSchema } from '../core/experiments/experiment';
import type { ScorerNote } from '../core/scorer/ports';
import { apiEnvSchema, type ApiFunctionEnv } from './api-env';
import { jsonNotes } from './json-notes';

/** Somebody waits before a page: what hangs fails in time to be said. */
const options = { ...impatient(5000), maxAttempts: 2 };

const weaknessesSchema = z.array(
  z.strictObject({
    id: z.string(),
    symptom: z.string(),
    hints: z.array(z.strictObject({ text: z.string(), costSeconds: z.number() })),
  }),
);

type Answer = (request: UrlRequest) => Promise<APIGatewayProxyResult>;

const note: (note: ScorerNote) => void = jsonNotes(process.stdout);

/**
 * Answers requests to the function URL. Event, clients and what was read last are kept while the environment is warm; nothing that another
 * environment would have to know.
 * @param journey of the scenario that this is bundled with
 */
export function apiHandler(journey: JourneyDefinition): Answer {
  let answer: Answer | undefined;
  return async (request) => {
    const sent = asViewerSent(request);
    // Only the site may invoke this; whoever in its account could does not speak for a viewer.
    if (sent === undefined) return refused(new ApiRefusal(403));
    try {
      answer ??= await openApi(apiEnvSchema.parse(process.env), journey);
    } catch (error) {
      note({ level: 'error', message: 'the API could not be opened', reason: String(error) });
      throw error;
    }
    return answer(sent);
  };
}

async function openApi(env: ApiFunctionEnv, journey: JourneyDefinition): Promise<Answer> {
  const event = await readEventObject({ bucket: env.EVENT_BUCKET, key: env.EVENT_KEY }, options);
  const ports = awsPorts({
    event,
    journey,
    weaknesses: weaknessesSchema.parse(shipped('weaknesses.json')),
    experiments: z.array(experimentSchema).parse(shipped('experiments.json')),
    table: env.TABLE_NAME,
    secret: env.ORGANIZER_SECRET,
    site: env.SITE_BUCKET,
    region: env.AWS_REGION,
    options,
    note,
  });
  const app = handle(createApi(ports));
  return (request) => {
    if (request.requestContext.http.method !== 'GET') ports.records.lookAnew();
    return app(request);
  };
}

/** Shipped beside the program: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime */
const shipped = (file: string): unknown =>
  JSON.parse(readFileSync(join(process.env['LAMBDA_TASK_ROOT'] ?? __dirname, file), 'utf8'));

async function refused(refusal: ApiRefusal): Promise<APIGatewayProxyResult> {
  const response = problemResponse(refusal);
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
    isBase64Encoded: false,
  };
}
