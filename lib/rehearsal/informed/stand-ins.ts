import { alarmChanges, type AlarmState } from '../../core/informed/alarms';
import { attemptAt, permission } from '../../core/informed/guardrails';
import type { DeskDay } from '../../core/informed/desk';
import { kickOffsOf } from '../../core/informed/kick-offs';
import { byPerson } from '../../core/informed/people';
import type { RoundRecord } from '../../core/records/records';
import type { Fact } from '../records/journal';

/**
 * In a rehearsal nobody sits at the control roles: stand-ins for the game master and the villain on duty agree to a start that waits for
 * two persons. Everything else, an owner's approval above all, has to be in the records that were prepared.
 */
export function agreementsOfStandIns(day: DeskDay): readonly Fact[] {
  const { informed } = day.event;
  const waiting = kickOffsOf(day).find(({ state }) => state === 'waiting');
  if (informed === undefined || waiting?.decision === undefined) return [];
  const { environment } = waiting.decision;
  const answer = permission(day, attemptAt(waiting, environment));
  if (answer.allowed || answer.guardrail !== 'two-persons') return [];
  const { gameMaster, villainOnDuty, ...others } = informed.roles;
  const second = [villainOnDuty, others.customerImpactWatcher, others.scribe].find((name) => name !== gameMaster);
  return [gameMaster, second].flatMap((name, index): Fact[] =>
    name === undefined
      ? []
      : [
          {
            id: `kick-off-${waiting.number}-agreed-${index + 1}`,
            by: byPerson(name),
            type: 'agreed',
            kickOff: waiting.number,
            environment,
          },
        ],
  );
}

/**
 * What the alarms of all environments would say after a round: each is on while, of all steps of all teams, a smaller share was served
 * well than its `below`. Only changes are facts.
 */
export function alarmsAfter(day: DeskDay, round: RoundRecord | undefined): readonly Fact[] {
  const served = round === undefined ? undefined : servedWell(round);
  const stateOf = (below: number): AlarmState =>
    served === undefined ? 'insufficient-data' : served < below ? 'alarm' : 'ok';
  return (day.event.informed?.environments ?? []).flatMap((environment) => {
    const { stopOn } = environment.guardrails;
    return alarmChanges(day, environment, new Map(stopOn.map(({ alarm, below }) => [alarm, stateOf(below)])));
  });
}

/** Share of the steps of a round that were fast or acceptable; undefined when there were none. */
function servedWell({ teams }: RoundRecord): number | undefined {
  let [well, all] = [0, 0];
  for (const { fast, acceptable, slow, faulty, failed } of Object.values(teams)) {
    well += fast + acceptable;
    all += fast + acceptable + slow + faulty + failed;
  }
  return all === 0 ? undefined : well / all;
}
