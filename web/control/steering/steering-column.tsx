import type { OrganizerView } from '../../../lib/api/views/organizer-view';
import type { ClockOffset } from '../../shared/server-clock';
import { AudiencePanel } from './audience-panel';
import { ClockPanel } from './clock-panel';
import { TrafficPanel } from './traffic-panel';
import './steering.css';

interface SteeringColumnProps {
  readonly view: OrganizerView;
  readonly offset: ClockOffset | undefined;
}

/** What organizers do to the day as a whole. */
export function SteeringColumn({ view, offset }: SteeringColumnProps) {
  return (
    <div className="steering">
      <ClockPanel view={view} />
      <TrafficPanel view={view} offset={offset} />
      <AudiencePanel view={view} />
    </div>
  );
}
