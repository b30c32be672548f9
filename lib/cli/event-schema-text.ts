import { eventJsonSchema } from '../core/event/event-schema';

/** The JSON Schema of event files as text that can be diffed. */
export const eventSchemaText = (): string => `${JSON.stringify(eventJsonSchema(), null, 2)}\n`;
