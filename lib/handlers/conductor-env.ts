import { scorerEnvSchema } from './scorer-env';

/** What the conductor's Lambda needs to know: the event, and where rounds and log are. */
export const conductorEnvSchema = scorerEnvSchema.pick({ EVENT_BUCKET: true, EVENT_KEY: true, TABLE_NAME: true });
export type ConductorEnv = Readonly<Record<keyof (typeof conductorEnvSchema)['shape'], string>>;
