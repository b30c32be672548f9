import { ok, xmlError, type Answer, type Call } from './fake-aws';

/** Keys of one listing. */
const PAGE = 25;

/** S3 as far as archive and board need it: puts, gets and listings in small pages. */
export class FakeBuckets {
  /** Texts by `bucket/key`. */
  readonly objects = new Map<string, string>();

  readonly answer = ({ action, host, path, query, body }: Call): Answer => {
    const bucket = host.split('.')[0] ?? '';
    const name = `${bucket}${decodeURIComponent(path)}`;
    if (action === 'PUT') {
      this.objects.set(name, plain(body));
      return ok('');
    }
    if (action !== 'GET') throw new Error(`unexpected call: S3 ${action}`);
    if (query['list-type'] === '2') return this.list(bucket, query);
    const text = this.objects.get(name);
    return text === undefined ? xmlError('NoSuchKey', 404) : ok(text);
  };

  private list(bucket: string, query: Call['query']): Answer {
    const after = query['continuation-token'] ?? query['start-after'] ?? '';
    const keys = [...this.objects.keys()]
      .filter((name) => name.startsWith(`${bucket}/${query['prefix'] ?? ''}`))
      .map((name) => name.slice(bucket.length + 1))
      .filter((key) => key > after)
      .sort();
    const page = keys.slice(0, PAGE);
    const more = keys.length > page.length;
    const contents = page.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('');
    const next = more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
    return ok(`<ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${contents}</ListBucketResult>`);
  }
}

/** The SDK sends bodies with a checksum behind them in chunks when it streams; small texts come as they are. */
const plain = (body: string): string => body.replace(/^[0-9a-f]+\r\n([\s\S]*?)\r\n0\r\n[\s\S]*$/, '$1');
