import { htmlText } from '../../postmortem/html-text';
import { pageText } from '../../postmortem/page';
import type { Edition } from '../edition';
import type { Report } from '../report';
import { awardsPart } from './awards';
import { changesPart } from './changes';
import { classesPart } from './classes';
import { editionsPart } from './editions';
import { experimentsPart } from './experiments';
import { glancePart } from './glance';
import { kickOffsPart } from './kick-offs';
import { partMarkup, type Part } from './parts';
import { postMortemsPart, type PostMortemLinks } from './post-mortems';
import { retrospectivePart } from './retrospective';
import { standingsPart } from './standings';
import { reportStyle } from './style';
import { teamsPart } from './teams';

/**
 * The report as a page of its own, for readers who were not there and need not know how it is done.
 * @param edition the newest of the report's, of which the graphs are
 * @param links to post-mortems, by their names
 */
export function reportPage(report: Report, edition: Edition, links: ReadonlyMap<string, PostMortemLinks>): string {
  const newest = report.editions.at(-1)!;
  const parts: readonly Part[] = [
    glancePart(newest, edition.event),
    ...(report.comparison.length === 0 ? [] : [editionsPart(report.editions, report.comparison)]),
    awardsPart(edition, report.awards),
    standingsPart(edition, report.teams),
    ...(report.kickOffs.length === 0 ? [] : [kickOffsPart(edition, report.kickOffs)]),
    ...(report.experiments.length === 0 ? [] : [experimentsPart(edition, report.experiments)]),
    teamsPart(edition, report.teams),
    ...(edition.event.weaknesses.length === 0 ? [] : [changesPart(edition)]),
    classesPart(report.coverage),
    postMortemsPart(report.teams, links),
    retrospectivePart(report),
  ];
  const isOver = newest.phase === 'ended' || newest.phase === 'closed';
  return pageText({
    title: newest.name,
    badge: isOver ? 'report' : 'report so far',
    about: aboutOf(report),
    // A number and its sign stay on a line.
    body: (contents(parts) + parts.map(partMarkup).join('')).replace(/(\d) %/g, '$1\u00a0%'),
    style: reportStyle,
  });
}

function aboutOf({ editions }: Report): string {
  const { label, startedAt, scenario } = editions.at(-1)!;
  const when = startedAt === null ? 'not begun' : `${startedAt.slice(0, 16).replace('T', ' ')} UTC`;
  return `${label}, ${when}, scenario ${scenario}. Times are event time: hours, minutes and seconds from its start.`;
}

const contents = (parts: readonly Part[]): string =>
  `<nav aria-label="Contents"><ul>${parts.map(({ id, title }) => `<li><a href="#${id}">${htmlText(title)}</a></li>`).join('')}</ul></nav>`;
