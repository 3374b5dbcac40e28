import { startAzurite } from './azurite.ts';

const { BLOB_CONNECTION_STRING } = process.env;

export interface AnyAccount {
  readonly connectionString: string;
  close(): Promise<void>;
}

/** The account that the environment names, or else Azurite. */
export async function openAnyAccount(): Promise<AnyAccount> {
  if (BLOB_CONNECTION_STRING !== undefined)
    return { connectionString: BLOB_CONNECTION_STRING, close: async () => undefined };
  const { connectionString, stop } = await startAzurite();
  return { connectionString, close: stop };
}
