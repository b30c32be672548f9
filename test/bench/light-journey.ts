import type { Journey, JourneyDefinition } from '../../load/journey';

const stepNames = ['one', 'two', 'three', 'four', 'five'];

/** Five steps whose answers only have to repeat the path: no target could keep up with the rental market's on the core beside. */
export const journey: JourneyDefinition = {
  id: 'light',
  steps: stepNames.length,
  stepNames,
  *start({ seed }): Journey {
    for (const name of stepNames) {
      const path = `/${name}/${seed}`;
      const answer = yield { name, method: 'GET', path };
      if (!answer.body.endsWith(path)) return 'faulty';
    }
    return 'correct';
  },
};
