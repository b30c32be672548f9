import type { FairnessVerdict } from '../findings/verdicts';
import type { LabReport } from '../report';
import { escaped } from './markup';

/** The broken verdicts in full, the kept ones behind a fold. */
export function verdictList({ verdicts }: LabReport): string {
  const broken = verdicts.filter(({ passed }) => !passed);
  const kept = verdicts.filter(({ passed }) => passed);
  return (
    (broken.length === 0 ? '' : list(broken, 'broken')) +
    `<details><summary>${kept.length} of ${verdicts.length} verdicts are kept</summary>${list(kept, 'kept')}</details>`
  );
}

const list = (verdicts: readonly FairnessVerdict[], kind: string): string =>
  `<ul class="${kind}">${verdicts.map(({ id, reason }) => `<li><code>${escaped(id)}</code> ${escaped(reason)}</li>`).join('')}</ul>`;
