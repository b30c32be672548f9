import type { TeamView } from '../../../lib/api/views/team-view';
import { newsOf } from '../../../web/team/news';

const asked = (id: string, atSeconds: number, ...answeredAt: readonly number[]): TeamView['questions'][number] => ({
  id,
  atSeconds,
  team: 'blue',
  text: `question ${id}`,
  answers: answeredAt.map((at) => ({ id: `${id} ${at}`, atSeconds: at, text: 'answer', public: false })),
});
const keysOf = (announcements: TeamView['announcements'], questions: TeamView['questions']) =>
  newsOf({ announcements, questions }).map(({ key }) => key);

test('the newest words come first, and an old question comes up again when it is answered', () => {
  const lunch = { atSeconds: 100, text: 'Lunch' };
  expect(keysOf([lunch], [asked('a', 50), asked('b', 150)])).toEqual(['question b', 'announcement 0', 'question a']);
  expect(keysOf([lunch], [asked('a', 50, 200), asked('b', 150)])).toEqual([
    'question a',
    'question b',
    'announcement 0',
  ]);
});

test('what is told twice in the same words is there twice', () => {
  const lunch = { atSeconds: 100, text: 'Lunch' };
  expect(new Set(keysOf([lunch, lunch], [])).size).toBe(2);
});
