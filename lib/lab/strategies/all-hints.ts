import { BotTeam } from '../../rehearsal/bots/bot-team';
import type { BotProfile } from '../../rehearsal/bots/profile';
import type { Player, Seat } from '../../rehearsal/player';

/** Takes every hint in the first second, and makes of them what a bot of this profile does. */
export function takesAllHints(seat: Seat, profile: BotProfile): Player {
  const { team, stage, journal } = seat;
  const { id } = team.team;
  const { weaknesses } = journal.event;
  stage.agenda.add(1, () => {
    for (const { id: weakness, hintSeconds } of weaknesses) {
      hintSeconds.forEach((_, index) => {
        const level = index + 1;
        const fact = { id: `${id}-hint-${weakness}-${level}`, by: `team:${id}`, type: 'hint', team: id } as const;
        journal.addFact(stage.eventSeconds, { ...fact, weakness, level });
      });
    }
  });
  return new BotTeam(profile, seat, new Map(weaknesses.map((each) => [each.id, each.hintSeconds.length])));
}
