import type { Kind } from '../../kind';
import { placed, type AwsKind, type Place } from '../place';
import { balancingKinds } from './balancing';
import { bucketKinds } from './buckets';
import { containerKinds } from './containers';
import { functionKinds } from './functions';
import { instanceKinds } from './instances';
import { messageKinds } from './messages';
import { networkKinds } from './network';
import { roleKinds } from './roles';
import { scalingKinds } from './scaling';
import { secretKinds } from './secrets';
import { stackKind } from './stacks';
import { storageKinds } from './storage';
import { tableKinds } from './tables';
import { userKinds } from './users';
import { vpcKinds } from './vpcs';
import { watchingKinds } from './watching';

/** Every kind that is looked for and removed, what needs others before what others need. A new kind is one entry in one of these files. */
const kinds: readonly AwsKind[] = [
  stackKind,
  ...scalingKinds,
  ...instanceKinds,
  ...containerKinds,
  ...balancingKinds,
  ...functionKinds,
  ...tableKinds,
  ...messageKinds,
  ...watchingKinds,
  ...secretKinds,
  ...bucketKinds,
  ...storageKinds,
  ...networkKinds,
  ...vpcKinds,
  ...roleKinds,
  ...userKinds,
];

/** The kinds in these regions of one account; those that belong to no region once, in the first. */
export const kindsIn = (places: readonly Place[]): Kind[] =>
  kinds.flatMap((kind) => (kind.global === true ? places.slice(0, 1) : places).map((place) => placed(kind, place)));
