import type { Snapshot } from '../../../lib/core/view/snapshot';
import { useTexts } from '../../shared/use-texts';
import { clockWords } from '../../shared/words';
import { showTexts, type ShowTexts } from '../../texts/board-show';
import { lanesOf, type Bar } from './lanes';
import './incident-lanes.css';

/** As many as there is room for. */
const MOST_LANES = 5;

/** Incidents along event time: when each began, was declared and was over. Told by texture and shape, and in words to whoever cannot see it. */
export function IncidentLanes({ snapshot }: { readonly snapshot: Snapshot }) {
  const texts = useTexts(showTexts);
  const lanes = lanesOf(snapshot, MOST_LANES);
  return (
    <section className="slot lanes" aria-label={texts.incidents}>
      <h2 className="label">
        {texts.incidents} {lanes.length === 0 ? null : <Legend texts={texts} />}
      </h2>
      {lanes.length === 0 ? <p className="lanes-none">{texts.noIncidents}</p> : null}
      <ol>
        {lanes.map(({ id, name, bars }) => (
          <li key={id} className="lane">
            <span className="lane-name" dir="auto">
              {name}
            </span>
            <svg className="lane-bars" role="img" aria-label={bars.map((bar) => barWords(bar, texts)).join('; ')}>
              <line className="lane-line" x1="0" x2="100%" y1="50%" y2="50%" />
              {bars.map((bar) => (
                <BarMark key={bar.incident.startSeconds} bar={bar} />
              ))}
            </svg>
          </li>
        ))}
      </ol>
    </section>
  );
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

function BarMark({ bar: { from, to, declared, recovered } }: { readonly bar: Bar }) {
  const unknownUntil = declared ?? to;
  return (
    <g>
      <rect className="lane-unknown" x={percent(from)} width={percent(unknownUntil - from)} y="20%" height="60%" />
      {declared === undefined ? null : (
        <rect className="lane-declared" x={percent(declared)} width={percent(to - declared)} y="20%" height="60%" />
      )}
      {declared === undefined ? null : (
        <svg className="lane-sign" x={percent(declared)} width="0.8em" height="1.6em" viewBox="0 0 10 20">
          <path d="M1 19V1h8L6.5 4.5 9 8H1" />
        </svg>
      )}
      {recovered ? (
        <svg className="lane-sign" x={percent(to)} width="0.8em" height="1.6em" viewBox="0 0 10 20">
          <path d="M1 1v18" />
        </svg>
      ) : null}
    </g>
  );
}

const Legend = ({ texts }: { readonly texts: ShowTexts }) => (
  <span className="lanes-legend" aria-hidden="true">
    <i className="legend-unknown" /> {texts.undeclaredPart} <i className="legend-declared" /> {texts.declaredPart}{' '}
    <i className="legend-recovered" /> {texts.recoveredMark}
  </span>
);

function barWords({ incident }: Bar, texts: ShowTexts): string {
  const { startSeconds, declaredAtSeconds, endSeconds, cause } = incident;
  const at = (seconds: number | null): string | undefined => (seconds === null ? undefined : clockWords(seconds));
  const said = texts.incidentSaid(clockWords(startSeconds), at(declaredAtSeconds), at(endSeconds));
  return cause === null ? said : `${said}, ${texts.causedBy(cause)}`;
}
