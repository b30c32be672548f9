import { dataTable, picture } from '../../postmortem/markup';
import type { Edition } from '../edition';
import type { TeamReport } from '../team-report';
import { pointsSvg } from './points-svg';
import { pointsText, shareText, time, type Part } from './parts';

/** Who stands where, and how it came. */
export const standingsPart = (edition: Edition, teams: readonly TeamReport[]): Part => ({
  id: 'standings',
  title: 'Standings',
  about: 'Points are earned by serving customers well, and by noticing and mending soon what broke.',
  content:
    dataTable(
      'standings',
      ['', 'Team', 'Points', 'Served well', 'Spent, USD', 'Incidents', 'Time to notice', 'Time to recover'],
      teams.map(({ rank, name, points, spendUsd, figures }) => [
        String(rank),
        name,
        pointsText(points),
        shareText(figures.requests.good, figures.requests.measured),
        spendUsd.toFixed(2),
        String(figures.incidents),
        time(figures.secondsToDetect.median),
        time(figures.secondsToRecover.median),
      ]),
    ) + picture(pointsSvg(edition), 'Points over the event; a line that falls loses points.'),
});
