import { htmlText } from '../../postmortem/html-text';
import { bulletList, markupTable } from '../../postmortem/markup';
import { percent } from '../../postmortem/words';
import type { TeamReport } from '../team-report';
import { clock, time, type Part } from './parts';

/** Where a post-mortem can be read: its draft as a page, and the text that people fill in; relative to the report, undefined where there is none. */
export interface PostMortemLinks {
  readonly page: string | undefined;
  readonly text: string | undefined;
}

/** Every incident with its post-mortem. @param links by the name of the post-mortem */
export function postMortemsPart(teams: readonly TeamReport[], links: ReadonlyMap<string, PostMortemLinks>): Part {
  const rows = teams.flatMap(({ name: team, incidents }) =>
    incidents.map((incident) => [
      htmlText(`${team}, incident ${incident.number}`),
      clock(incident.startSeconds),
      time(incident.secondsToRecover, 'still open'),
      incident.completeness === null ? 'not begun' : percent(incident.completeness),
      linkMarkup(links.get(incident.name)),
    ]),
  );
  return {
    id: 'post-mortems',
    title: 'Post-mortems',
    about:
      'As for a real incident: what happened, why it could hurt, who does what until when. Filled in are the parts in which people have written.',
    content:
      rows.length === 0
        ? bulletList([], 'There was no incident.')
        : markupTable('post-mortems', ['Incident', 'Began', 'Lasted', 'Filled in', ''], rows),
  };
}

function linkMarkup({ page, text }: PostMortemLinks = { page: undefined, text: undefined }): string {
  const link = (to: string | undefined, words: string): string[] =>
    to === undefined ? [] : [`<a href="${htmlText(to)}">${words}</a>`];
  return [...link(page, 'draft'), ...link(text, 'text to fill in')].join(' · ') || '–';
}
