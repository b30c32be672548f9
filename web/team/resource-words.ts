import type { Resource } from '../../lib/core/resource';
import type { useTexts } from '../shared/use-texts';
import type { Words } from '../shared/words';
import type { teamTexts } from '../texts/team';

type Texts = ReturnType<typeof useTexts<(typeof teamTexts)['en']>>;

interface ResourceWords {
  readonly kind: string;
  /** What it costs by: its type, or how large it is; empty where all are alike. */
  readonly size: string;
  /** Empty where it lies in no zone. */
  readonly place: string;
}

/** A resource that runs, in words. */
export function resourceWords(resource: Resource, texts: Texts, words: Words): ResourceWords {
  const place = 'zone' in resource ? texts.zone(resource.zone + 1) : '';
  switch (resource.kind) {
    case 'instance':
      return { kind: texts.instance, size: resource.type, place };
    case 'surplus-credits':
      return { kind: texts.surplusCredits, size: resource.type, place };
    case 'task':
      return { kind: texts.task, size: texts.taskSize(words.few(resource.vcpu), words.few(resource.memoryGib)), place };
    case 'load-balancer':
      return { kind: texts.loadBalancer, size: resource.type, place };
    case 'table':
      return {
        kind: texts.table,
        size:
          resource.mode === 'provisioned'
            ? texts.provisioned(words.whole(resource.readUnits), words.whole(resource.writeUnits))
            : texts.onDemand,
        place,
      };
    case 'broker':
      return { kind: texts.broker, size: `${words.whole(resource.nodes)} × ${resource.type}`, place };
    case 'volume':
      return { kind: texts.volume, size: `${texts.gib(words.whole(resource.gib))}, ${resource.type}`, place };
    case 'nat-gateway':
      return { kind: texts.natGateway, size: '', place };
    case 'address':
      return { kind: texts.ipAddress, size: '', place };
  }
}
