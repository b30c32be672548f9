import { tryParseDuration } from './durations';
import { valueAt, type Complaint, type EventPath } from './event-mistakes';
import { rulesSchema, type EventFile } from './event-schema';
import { sound } from './sound';

/** The sections of `rules`, each by itself: undefined when it is not well-formed, defaults filled in. */
export type RulesDraft = { readonly [K in keyof EventFile['rules']]: EventFile['rules'][K] | undefined };

/** @param content what stands at `rules`, whatever it is */
export function rulesDraftOf(content: unknown): RulesDraft {
  const { shape } = rulesSchema;
  return {
    worth: sound(shape.worth, valueAt(content, ['worth'])),
    bands: sound(shape.bands, valueAt(content, ['bands'])),
    objective: sound(shape.objective, valueAt(content, ['objective'])),
    spend: sound(shape.spend, valueAt(content, ['spend'])),
    detect: sound(shape.detect, valueAt(content, ['detect'])),
    recover: sound(shape.recover, valueAt(content, ['recover'])),
  };
}

/** What no number of the rules can tell by itself. Paths begin with `rules`. */
export const rulesComplaints = (rules: RulesDraft): readonly Complaint[] =>
  [bandsAscend, worthDescends, refundsAreParts, durationsLast].flatMap((rule) => rule(rules));

function bandsAscend({ bands }: RulesDraft): Complaint[] {
  if (bands === undefined || (bands.fastMs < bands.acceptableMs && bands.acceptableMs < bands.timeoutMs)) return [];
  const what = `${bands.fastMs}, ${bands.acceptableMs} and ${bands.timeoutMs} ms do not ascend`;
  return [{ path: ['rules', 'bands'], what, fix: 'Write fastMs below acceptableMs below timeoutMs.' }];
}

function worthDescends({ worth }: RulesDraft): Complaint[] {
  if (worth === undefined) return [];
  const { fast, acceptable, slow, faulty, failed } = worth;
  if (fast > 0 && fast >= acceptable && acceptable >= slow && slow > faulty && slow > failed) return [];
  return [
    {
      path: ['rules', 'worth'],
      what: 'a worse answer is worth as much as a better one',
      fix: 'Write fast above 0, fast ≥ acceptable ≥ slow, and slow above both faulty and failed.',
    },
  ];
}

/** Together they may not give back more than was lost, or breaking something on purpose would pay. */
function refundsAreParts({ detect, recover }: RulesDraft): Complaint[] {
  const sum = (detect?.refund ?? 0) + (recover?.refund ?? 0);
  if (sum <= 1) return [];
  return [
    {
      path: ['rules', detect === undefined ? 'recover' : 'detect', 'refund'],
      what: 'detect.refund and recover.refund together give back more than was lost',
      fix: 'Write two numbers whose sum is at most 1.',
    },
  ];
}

function durationsLast({ spend, detect, recover }: RulesDraft): Complaint[] {
  const durations: readonly [EventPath, string | undefined][] = [
    [['rules', 'spend', 'window'], spend?.window],
    [['rules', 'detect', 'within'], detect?.within],
    [['rules', 'recover', 'within'], recover?.within],
  ];
  return durations
    .filter(([, text]) => text !== undefined && tryParseDuration(text) === 0)
    .map(([path]) => ({ path, what: 'no time at all', fix: 'Write a duration above 0, such as 10m.' }));
}
