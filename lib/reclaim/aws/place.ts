import type { ClientOptions } from '../../aws/client-options';
import type { Found, Kind } from '../kind';

type ClientOf<T> = new (options: ClientOptions) => T;

/** One region of an account, as the role that reclaims it. */
export class Place {
  private readonly clients = new Map<ClientOf<unknown>, unknown>();

  constructor(
    readonly account: string,
    readonly region: string,
    private readonly options: ClientOptions,
  ) {}

  /** A client that acts there; made once. */
  client<T>(Client: ClientOf<T>): T {
    if (!this.clients.has(Client)) {
      // Many kinds are asked for at once, and services refuse bursts: more attempts than the SDK's three.
      // https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
      this.clients.set(Client, new Client({ ...this.options, region: this.region, maxAttempts: 8 }));
    }
    return this.clients.get(Client) as T;
  }
}

/** A kind of resource before it is known where. */
export interface AwsKind {
  readonly service: string;
  readonly type: string;
  /** Belongs to no region. @default each region has its own */
  readonly global?: true;
  list(place: Place): Promise<readonly Found[]>;
  release?(place: Place, id: string): Promise<void>;
  remove(place: Place, id: string): Promise<unknown>;
}

/** The kind as it is in this place. */
export function placed(kind: AwsKind, place: Place): Kind {
  return {
    service: kind.service,
    type: kind.type,
    region: kind.global === true ? 'global' : place.region,
    list: () => kind.list(place),
    ...(kind.release && { release: async (id: string) => kind.release?.(place, id) }),
    remove: async (id) => void (await kind.remove(place, id)),
  };
}

/** Everything that pages hold, in order. `undefined` pages and lists are empty ones. */
export async function gathered<Page, Item>(
  pages: AsyncIterable<Page>,
  items: (page: Page) => readonly Item[] | undefined,
): Promise<Item[]> {
  const found: Item[] = [];
  for await (const page of pages) found.push(...(items(page) ?? []));
  return found;
}

/** The things of a list that have an id, as found. */
export const foundBy = <Item>(items: readonly Item[], id: (item: Item) => string | undefined): Found[] =>
  items.flatMap((item) => {
    const known = id(item);
    return known === undefined ? [] : [{ id: known }];
  });
