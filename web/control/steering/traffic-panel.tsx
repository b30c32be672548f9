import { useMemo } from 'react';
import type { OrganizerView } from '../../../lib/api/views/organizer-view';
import { eventSecondsAt } from '../../shared/event-time';
import { LinePlot } from '../../shared/graph/line-plot';
import { Panel } from '../../shared/panel';
import { serverTime, type ClockOffset } from '../../shared/server-clock';
import { useNow } from '../../shared/use-now';
import { useTexts } from '../../shared/use-texts';
import { useWords } from '../../shared/use-words';
import { steeringTexts } from '../../texts/control-steering';
import { trafficGraph } from './traffic-graph';
import { TrafficDeed } from './traffic-deed';

interface TrafficPanelProps {
  readonly view: OrganizerView;
  readonly offset: ClockOffset | undefined;
}

/** A graph need not be drawn more often. */
const EVERY_MS = 5000;

/** The plan, and how much more or less of it is sent. */
export function TrafficPanel({ view, offset }: TrafficPanelProps) {
  const texts = useTexts(steeringTexts);
  const words = useWords();
  const scale = useMemo(() => ({ words: words.rate, atLeast: [0, 1] }) as const, [words]);
  const { traffic, clock, teams } = view;
  const now = Math.round(eventSecondsAt(clock, serverTime(offset, useNow(EVERY_MS))));
  const plan = traffic.plan.join(' ');
  const graph = useMemo(
    () => trafficGraph(plan.split(' ').map(Number), clock.endsSeconds, now, texts.plan),
    [plan, clock.endsSeconds, now, texts.plan],
  );
  const own = teams.filter(({ trafficFactor }) => trafficFactor !== 1);
  return (
    <Panel title={texts.traffic} aside={<TrafficDeed view={view} />}>
      <p>
        {texts.perTeam(words.rate(traffic.stepsPerSecond))}, <strong>{texts.times(words.few(traffic.factor))}</strong>
      </p>
      {own.length === 0 ? null : (
        <p className="explained">
          {own
            .slice(0, NAMED)
            .map(({ name, trafficFactor }) => `${name} × ${words.few(trafficFactor)}`)
            .join(', ')}
          {own.length > NAMED ? texts.andMore(own.length - NAMED) : null}
        </p>
      )}
      <div className="traffic-plan" role="img" aria-label={texts.planShown(words.rate(Math.max(...traffic.plan)))}>
        <LinePlot graph={graph} scale={scale} />
      </div>
    </Panel>
  );
}

/** Teams with a factor of their own that are named; the table has all. */
const NAMED = 5;
