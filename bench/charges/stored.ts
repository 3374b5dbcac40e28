import { CosmosClient } from '@azure/cosmos';
import { anyKey } from '../../test/support/cosmos/a-cosmos.ts';

/** As the centre of the stories names it. */
const database = 'thidua';

/** By type of record. */
export type Stored = ReadonlyMap<string, Weight>;
interface Weight {
  readonly documents: number;
  readonly bytes: number;
}

/** What lies in the container: documents as JSON in UTF-8, with what the engine adds to each; not its index. */
export async function storedIn(endpoint: string): Promise<Stored> {
  const client = new CosmosClient({ endpoint, key: anyKey, connectionPolicy: { enableEndpointDiscovery: false } });
  try {
    const items = client.database(database).container('documents').items;
    const { resources } = await items.query<{ type: string }>('SELECT * FROM c ORDER BY c.type, c.id').fetchAll();
    const found = new Map<string, Weight>();
    for (const document of resources) {
      const { documents = 0, bytes = 0 } = found.get(document.type) ?? {};
      const weight = Buffer.byteLength(JSON.stringify(document));
      found.set(document.type, { documents: documents + 1, bytes: bytes + weight });
    }
    return found;
  } finally {
    client.dispose();
  }
}

/** What has come since; less where something went. */
export function since(before: Stored, after: Stored): Stored {
  const types = [...new Set([...before.keys(), ...after.keys()])];
  const of = (stored: Stored, type: string): Weight => stored.get(type) ?? { documents: 0, bytes: 0 };
  return new Map(
    types.map((type) => {
      const [old, now] = [of(before, type), of(after, type)];
      return [type, { documents: now.documents - old.documents, bytes: now.bytes - old.bytes }];
    }),
  );
}

export const sumOf = (stored: Stored): Weight =>
  [...stored.values()].reduce(
    (sum, { documents, bytes }) => ({ documents: sum.documents + documents, bytes: sum.bytes + bytes }),
    { documents: 0, bytes: 0 },
  );
