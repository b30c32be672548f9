import { FisClient, paginateListExperiments, StopExperimentCommand } from '@aws-sdk/client-fis';
import { gathered, type Place } from './place';

/** Stops every experiment of AWS FIS that runs in these regions. Returns their ids. */
export async function stopExperiments(places: readonly Place[]): Promise<string[]> {
  const stopped = await Promise.all(places.map(stopIn));
  return stopped.flat();
}

async function stopIn(place: Place): Promise<string[]> {
  const client = place.client(FisClient);
  const experiments = await gathered(paginateListExperiments({ client }, {}), (page) => page.experiments);
  // https://docs.aws.amazon.com/fis/latest/APIReference/API_ExperimentState.html
  const running = experiments.filter(({ state }) => /^(pending|initiating|running)$/.test(state?.status ?? ''));
  for (const { id } of running) await client.send(new StopExperimentCommand({ id }));
  return running.map(({ id = '' }) => id);
}
