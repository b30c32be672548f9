import { z } from 'zod';
import { scorerEnvSchema } from './scorer-env';

/** What the API's Lambda needs to know: the event, where rounds and log are, and which secret makes an organizer. */
export const apiEnvSchema = scorerEnvSchema
  .pick({ EVENT_BUCKET: true, EVENT_KEY: true, TABLE_NAME: true, SITE_BUCKET: true })
  .extend({
    /** ARN of the organizers' secret. */
    ORGANIZER_SECRET: z.string().regex(/^arn:[a-z-]+:secretsmanager:/, 'is no ARN of a secret'),
    /** Set by Lambda itself. https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime */
    AWS_REGION: z.string().min(1),
  });
export type ApiFunctionEnv = z.infer<typeof apiEnvSchema>;
