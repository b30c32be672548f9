import { AddressBook, endpointsOf } from '../../../load/aws/address-book';
import type { TeamAddress } from '../../../lib/aws/team-account';
import { anEntry, anEvent } from '../../support/builders';

const { teams } = anEvent();
const [blue, red] = teams.map(({ account }) => account) as [string, string];
const nowhere: ReadonlyMap<string, string> = new Map();

/** An address book whose accounts can be changed, with what it asked and said. */
function aBook() {
  const stacks = new Map<string, TeamAddress>([
    [blue, { url: 'http://blue.example', signingKey: 'blue-key' }],
    [red, { url: 'http://red.example', signingKey: 'red-key' }],
  ]);
  const asked: string[] = [];
  const complaints: string[] = [];
  const secrets = new Set<string>();
  const addressOf = (account: string): Promise<TeamAddress> => {
    asked.push(account);
    const address = stacks.get(account);
    return address === undefined ? Promise.reject(new Error('AccessDenied')) : Promise.resolve(address);
  };
  const book = new AddressBook(teams, addressOf, secrets, (_level, _message, facts) =>
    complaints.push(`${facts?.['team']}: ${facts?.['reason']}`),
  );
  const urls = () => book.reachable(nowhere).map(({ url }) => url);
  return { book, stacks, asked, complaints, secrets, urls };
}

test('every team is reachable when its address is read, with its key, which is a secret from then on', async () => {
  const { book, secrets } = aBook();
  expect(book.reachable(nowhere)).toEqual([]);
  await book.refresh(0);
  expect(book.reachable(nowhere)).toEqual([
    { id: 'blue', account: blue, url: 'http://blue.example', signingKey: 'blue-key' },
    { id: 'red', account: red, url: 'http://red.example', signingKey: 'red-key' },
  ]);
  expect([...secrets]).toEqual(['blue-key', 'red-key']);
});

test('one team that lets nobody in is missing alone, and complained of once for each reason', async () => {
  const { book, stacks, complaints, urls } = aBook();
  stacks.delete(red);
  await book.refresh(0);
  await book.refresh(10_000);
  expect(urls()).toEqual(['http://blue.example']);
  expect(complaints).toEqual(['red: Error: AccessDenied']);
  stacks.set(red, { url: 'nothing', signingKey: 'k' });
  await book.refresh(20_000);
  expect(urls()).toEqual(['http://blue.example']);
  expect(complaints).toHaveLength(2);
});

test('an unknown address is asked for every ten seconds, a known one every minute', async () => {
  const { book, stacks, asked } = aBook();
  stacks.delete(red);
  for (let seconds = 0; seconds <= 60; seconds++) await book.refresh(seconds * 1000);
  expect(asked.filter((account) => account === blue)).toHaveLength(2);
  expect(asked.filter((account) => account === red)).toHaveLength(7);
});

test('an address that was known stays known when it is hidden, and a new one takes its place', async () => {
  const { book, stacks, urls } = aBook();
  await book.refresh(0);
  stacks.delete(blue);
  await book.refresh(60_000);
  expect(urls()).toContain('http://blue.example');
  stacks.set(blue, { url: 'http://new.example', signingKey: 'k' });
  await book.refresh(120_000);
  expect(urls()).toEqual(['http://new.example', 'http://red.example']);
});

test('an address that the log names wins over the one of the stack, the last over those before', async () => {
  const { book } = aBook();
  await book.refresh(0);
  const endpoint = (seconds: number, url: string) => anEntry('endpoint', seconds, { team: 'red', url });
  const named = endpointsOf([
    endpoint(1, 'http://first.example'),
    endpoint(2, 'https://second.example/shop//'),
    endpoint(3, 'ftp://third.example'),
    endpoint(4, 'not an address'),
  ]);
  expect(book.reachable(named).map(({ url }) => url)).toEqual(['http://blue.example', 'https://second.example/shop']);
});
