import type { Resource } from '../../../lib/core/resource';
import { wordsIn } from '../../../web/shared/words';
import { resourceWords } from '../../../web/team/resource-words';
import { teamTexts } from '../../../web/texts/team';

test.each<[Resource, string]>([
  [{ kind: 'instance', id: 'i', type: 't3.small', zone: 1, surplusCreditsPerHour: 0 }, 'Instance|t3.small|zone 2'],
  [{ kind: 'task', id: 't', processor: 'x86', vcpu: 0.25, memoryGib: 0.5, zone: 0 }, 'Task|0.25 vCPU, 0.5 GiB|zone 1'],
  [{ kind: 'load-balancer', id: 'l', type: 'application' }, 'Load balancer|application|'],
  [
    { kind: 'table', id: 'd', mode: 'provisioned', readUnits: 5, writeUnits: 10 },
    'Table|5 reads and 10 writes a second provisioned|',
  ],
  [{ kind: 'table', id: 'd', mode: 'on-demand', readsPerHour: 5, writesPerHour: 10 }, 'Table|on demand|'],
  [{ kind: 'volume', id: 'v', type: 'gp3', gib: 8 }, 'Volume|8 GiB, gp3|'],
  [{ kind: 'surplus-credits', id: 'i', type: 't3.small', perHour: 2 }, 'Borrowed CPU credits|t3.small|'],
  [{ kind: 'nat-gateway', id: 'n' }, 'NAT gateway||'],
  [{ kind: 'address', id: 'a' }, 'Public IPv4 address||'],
])('%j reads as what it costs by', (resource, read) => {
  const { kind, size, place } = resourceWords(resource, teamTexts.en, wordsIn('en'));
  expect([kind, size, place].join('|')).toBe(read);
});
