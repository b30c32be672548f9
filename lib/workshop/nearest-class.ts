import { nearestWord } from '../core/event/nearest';
import { failureClasses, type FailureClass } from '../core/experiments/failure-class';

/** Words by which people mean a class, beside those of its name. */
const usual: Readonly<Record<FailureClass, readonly string[]>> = {
  'change and deployment': ['release', 'rollout', 'rollback', 'deploy', 'migration', 'bug', 'regression', 'code'],
  'capacity and traffic': ['load', 'scaling', 'memory', 'cpu', 'disk', 'peak', 'throttling', 'performance', 'quota'],
  'infrastructure and zone loss': [
    'hardware',
    'network',
    'instance',
    'az',
    'outage',
    'host',
    'aws',
    'region',
    'server',
  ],
  dependency: [
    'third party',
    '3rd party',
    'provider',
    'vendor',
    'partner',
    'api',
    'external',
    'upstream',
    'downstream',
  ],
  'data and synchronisation': ['database', 'cache', 'queue', 'replication', 'stale', 'backup', 'index', 'consistency'],
  'configuration and access': ['config', 'setting', 'dns', 'certificate', 'iam', 'permission', 'secret', 'security'],
  observability: ['monitoring', 'alarm', 'alert', 'logging', 'metrics', 'detection'],
  'people and process': ['human', 'human error', 'communication', 'on call', 'runbook', 'manual', 'operator'],
};

/** Characters of the longest words that are compared with those of a class. */
const LONGEST_WORDS = 200;

/** The class that was written, whatever its case and spelling; undefined when it is none. */
export const tryFindClass = (written: string): FailureClass | undefined =>
  failureClasses.find((each) => plain(each) === plain(written));

/** The class that somebody who wrote something else most likely meant; undefined when nothing tells. */
export function nearestClass(written: string): FailureClass | undefined {
  // Nobody misspells a class at such a length, and comparing it would take long.
  if (written.length > LONGEST_WORDS) return undefined;
  const said = plain(written);
  const spelled = nearestWord(said, failureClasses);
  if (spelled !== undefined) return spelled as FailureClass;
  const byWord = new Map(
    failureClasses.flatMap((each) =>
      [...each.split(' ').filter((word) => word !== 'and'), ...usual[each]].map((word) => [word, each] as const),
    ),
  );
  const named = [...byWord.keys()]
    .sort((a, b) => b.length - a.length)
    .find((word) => ` ${said} `.includes(` ${word} `));
  if (named !== undefined) return byWord.get(named);
  const meant = [said, ...said.split(' ')].flatMap((word) => nearestWord(word, [...byWord.keys()]) ?? []);
  return meant.map((word) => byWord.get(word)).find((each) => each !== undefined);
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll('synchroniz', 'synchronis')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
