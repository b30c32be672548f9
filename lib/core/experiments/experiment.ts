import { z } from 'zod';
import { failureClasses } from './failure-class';
import { faultSchema } from './fault';

/** The longest that AWS lets an experiment last, seconds. https://docs.aws.amazon.com/fis/latest/userguide/fis-quotas.html */
export const LONGEST_SECONDS = 12 * 3600;

const line = z.string().trim().min(1).max(300);
const text = z.string().trim().min(1).max(2000);
const seconds = z.number().int().min(0).max(LONGEST_SECONDS);

/**
 * What all teams are told of an experiment: nothing; what happens; or something that points elsewhere. Told `afterSeconds` of event
 * time after the planned instant of the fault.
 */
const announcementSchema = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('silent') }),
  z.strictObject({ mode: z.literal('announced'), afterSeconds: seconds, text: line }),
  z.strictObject({ mode: z.literal('misleading'), afterSeconds: seconds, text: line }),
]);

/** What is tried on a team's architecture, and what is expected of it. A fault without an end cannot be written. */
export const experimentSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
  title: line,
  failureClass: z.enum(failureClasses),
  /** What a sound architecture makes of the fault, in words. */
  hypothesis: text,
  /**
   * The same as a number: seconds after the fault's start within which a sound architecture serves the event's objective again, and
   * from then on; 0 when it never falls below.
   */
  recoversWithinSeconds: seconds,
  fault: faultSchema,
  /** The mandatory end: seconds of event time after which the fault is taken back, whoever is still there. */
  durationSeconds: seconds.min(1),
  announcement: announcementSchema,
  /** The card that is read out when it begins. */
  kickOff: z.strictObject({ story: text, target: line, didYouKnow: text }),
  /** Where people can see it, in words, what shows it earliest first. */
  signals: z.array(line).min(1),
  /** What makes an architecture ride it out, in words. */
  repair: text,
});
export type ExperimentCard = Readonly<z.infer<typeof experimentSchema>>;
