import { balancingMutations } from './balancing';
import { fleetMutations } from './fleets';
import type { Mutation } from './mutation';
import { serverAndDataMutations } from './servers-and-data';

export const mutations: readonly Mutation[] = [...balancingMutations, ...fleetMutations, ...serverAndDataMutations];
