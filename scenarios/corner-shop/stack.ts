import type { Construct } from 'constructs';
import { join } from 'node:path';
import { Foundation } from '../../lib/constructs/foundation';
import { ScalingTier } from '../../lib/constructs/scaling-tier';
import type { BuildArchitecture } from '../../lib/scenarios/scenario';

/** The architecture as it should be. Weaknesses spoil it. */
export class CornerShop extends Foundation {
  readonly tills: ScalingTier;

  constructor(scope: Construct, id: string) {
    super(scope, id, { scenario: 'corner-shop', entry: join(__dirname, 'app', 'server.ts') });
    this.tills = new ScalingTier(this, 'Tills', {
      ...this.tierProps,
      tier: 'till',
      instanceType: 'c7g.medium',
      minCapacity: 2,
      maxCapacity: 8,
      environment: {},
    });
    this.route('Tills', this.tills);
  }
}

export const build: BuildArchitecture = (scope) => new CornerShop(scope, 'CornerShop');
