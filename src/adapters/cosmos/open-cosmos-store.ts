import { ConsistencyLevel, type Container, type CosmosClient, ErrorResponse } from '@azure/cosmos';
import { Fault } from '../../domain/errors.ts';
import { type Store, StoreError } from '../../ports/store.ts';
import { type Access, openClient } from './client.ts';
import { documents } from './container.ts';
import { CosmosStore, type OnCharge } from './cosmos-store.ts';

export interface CosmosOptions {
  readonly endpoint: string;
  readonly access: Access;
  readonly database: string;
  readonly onCharge?: OnCharge;
  /** False: what is absent is missed and not made, whatever the key allows. */
  readonly mayMake?: boolean;
}

/**
 * Makes database and container when they are absent and the key allows it: who comes with an identity may only use what is there.
 * @throws StoreError Unavailable naming the endpoint, with the reason as its cause: cannot be reached, weaker than strong consistency,
 *   no such container, or one partitioned by something else
 */
export async function openCosmosStore({
  endpoint,
  access,
  database,
  onCharge,
  mayMake = true,
}: CosmosOptions): Promise<Store> {
  const client = openClient(endpoint, access);
  try {
    await requireStrong(client);
    const container = 'key' in access && mayMake ? await made(client, database) : await found(client, database);
    return new CosmosStore({ client, container, onCharge: onCharge ?? (() => undefined) });
  } catch (cause) {
    client.dispose();
    throw new StoreError('Unavailable', endpoint, { cause });
  }
}

/** With less, who asks whether an interrupted commit was written may be told no, and write it again. */
async function requireStrong(client: CosmosClient): Promise<void> {
  const { resource } = await client.getDatabaseAccount();
  const level = resource?.consistencyPolicy;
  if (level !== ConsistencyLevel.Strong)
    throw new Fault('WEAK_CONSISTENCY', `the account's default consistency is ${level}; the bot needs Strong`);
}

async function made(client: CosmosClient, id: string): Promise<Container> {
  const { database } = await client.databases.createIfNotExists({ id });
  const { container } = await database.containers.createIfNotExists(documents);
  return partitionedByUnit(container);
}

async function found(client: CosmosClient, id: string): Promise<Container> {
  try {
    return await partitionedByUnit(client.database(id).container(documents.id));
  } catch (error) {
    if (!(error instanceof ErrorResponse) || error.code !== 404) throw error;
    throw new Fault(
      'NO_CONTAINER',
      `database ${id} has no container ${documents.id}; a start with a key makes it, an identity may not`,
    );
  }
}

async function partitionedByUnit(container: Container): Promise<Container> {
  const paths = (await container.read()).resource?.partitionKey?.paths ?? [];
  const [wanted] = documents.partitionKey.paths;
  if (paths.length !== 1 || paths[0] !== wanted)
    throw new Fault(
      'OTHER_CONTAINER',
      `container ${documents.id} is partitioned by ${paths.join(', ')} and not by ${wanted}`,
    );
  return container;
}
