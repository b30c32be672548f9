import { z } from 'zod';
import { failureClasses } from '../core/experiments/failure-class';

const MOST_MINUTES = 525_600;
const ROWS_OF_SYSTEMS = 50;

const line = (most: number) => {
  const error = `Write 1 to ${most} characters in one line.`;
  return z
    .string({ error })
    .max(most, { error })
    .regex(/^(?=.*\S)[^\p{Cc}\u2028\u2029]+$/u, { error });
};
const minutesAdvice = 'Write minutes such as 45, or a duration such as 1h30m; leave it empty when nobody knows.';
const minutes = z
  .number({ error: minutesAdvice })
  .min(0, { error: minutesAdvice })
  .max(MOST_MINUTES, { error: 'Write minutes, at most those of a year.' });
const idAdvice = 'Write 1 to 80 letters, digits, dots, dashes and underscores, such as INC-42.';

/** Something that once went wrong in a real system, as whoever classifies incidents knows it. Absent is what nobody knows any more. */
export const pastIncidentSchema = z.strictObject({
  /** Its key: an incident of the same id is the same incident. */
  id: z.string({ error: idAdvice }).regex(/^[A-Za-z0-9][\w.-]{0,79}$/, { error: idAdvice }),
  date: z.iso.date({ error: 'Write the day as year, month and day: 2026-03-14.' }),
  title: line(200),
  failureClass: z.enum(failureClasses, { error: `Write one of: ${failureClasses.join('; ')}.` }),
  /** Who or what noticed it, such as a customer or an alarm. */
  detectedBy: line(100).optional(),
  minutesToDetect: minutes.optional(),
  minutesToRecover: minutes.optional(),
  systems: z.array(line(100)).max(ROWS_OF_SYSTEMS, { error: `Write at most ${ROWS_OF_SYSTEMS} systems.` }),
});
export type PastIncident = Readonly<z.infer<typeof pastIncidentSchema>>;

/** The key of an incident that has none of its own: the same day and the same words are the same incident. */
export function incidentId(date: string, title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return words === '' ? date : `${date}-${words}`;
}
