import type { OrganizerView } from '../../../lib/api/views/organizer-view';
import { Panel } from '../../shared/panel';
import { useTexts } from '../../shared/use-texts';
import { useWords } from '../../shared/use-words';
import { clockWords, durationWords } from '../../shared/words';
import { controlTexts } from '../../texts/control';
import { steeringTexts } from '../../texts/control-steering';
import { AdjustDeed } from '../rulings/adjust-deed';
import { VoidDeed } from '../rulings/void-deed';
import { ExtendDeed } from '../steering/extend-deed';
import { steeringRefusal } from '../steering/refusals';
import { TrafficDeed } from '../steering/traffic-deed';
import { LedgerOnDemand } from './ledger-on-demand';
import type { TeamRow } from './team-rows';

interface TeamDetailProps {
  readonly view: OrganizerView;
  readonly team: TeamRow;
  readonly nowSeconds: number;
}

/** One team, and what can be done about it alone. */
export function TeamDetail({ view, team, nowSeconds }: TeamDetailProps) {
  const texts = useTexts(controlTexts);
  const steering = useTexts(steeringTexts);
  const words = useWords();
  const refusal = steeringRefusal(view, 'extended');
  return (
    <Panel title={team.name} className="team-detail">
      <dl className="facts">
        <dt>{texts.rank}</dt>
        <dd>{texts.trueAndShown(team.rank, team.shownRank)}</dd>
        <dt>{texts.points}</dt>
        <dd>{texts.trueAndShown(words.points(team.points), words.points(team.shownPoints))}</dd>
        <dt>{texts.spend}</dt>
        <dd>
          {words.money(team.spendUsd)} ·{' '}
          {texts.meanOfAllowance(words.money(team.meanUsdPerHour), words.money(team.allowanceUsdPerHour))}
        </dd>
        <dt>{texts.measuredUntil}</dt>
        <dd>{team.measuredSeconds === null ? texts.never : clockWords(team.measuredSeconds)}</dd>
        <dt>{texts.impact}</dt>
        <dd>
          {team.impactSince === null
            ? texts.none
            : `${texts.since(clockWords(team.impactSince), durationWords(nowSeconds - team.impactSince))} ${
                team.declared ? texts.isDeclared : texts.isNotDeclared
              }`}
        </dd>
        <dt>{texts.repaired}</dt>
        <dd>
          {team.repaired.length === 0
            ? texts.none
            : view.weaknesses
                .filter(({ id }) => team.repaired.includes(id))
                .map(({ title }) => title)
                .join(', ')}
        </dd>
      </dl>
      <div className="deeds">
        <ExtendDeed view={view} team={team.id} refused={refusal === undefined ? undefined : steering[refusal]} />
        <TrafficDeed view={view} team={team.id} />
        <AdjustDeed teams={view.teams} team={team.id} />
        <VoidDeed view={view} team={team.id} />
      </div>
      <LedgerOnDemand team={team.id} />
    </Panel>
  );
}
