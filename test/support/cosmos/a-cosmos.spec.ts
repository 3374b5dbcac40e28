import assert from 'node:assert/strict';
import { accountIn } from './a-cosmos.ts';

const COSMOS_ENDPOINT = 'https://thidua.documents.azure.com/';
const COSMOS_KEY = 'aHVzaA==';

describe('the account of Cosmos DB that tests are run against', () => {
  it('is the one that the environment names, and none where it names none', () => {
    assert.deepEqual(accountIn({ COSMOS_ENDPOINT, COSMOS_KEY }), { endpoint: COSMOS_ENDPOINT, key: COSMOS_KEY });
    for (const none of [{}, { COSMOS_ENDPOINT: '', COSMOS_KEY: '' }]) assert.equal(accountIn(none), undefined);
  });
  it('is not taken for the stand-in when it is named by half', () => {
    assert.throws(() => accountIn({ COSMOS_ENDPOINT }), /^Error: COSMOS_KEY is missing: .* together$/);
    assert.throws(() => accountIn({ COSMOS_ENDPOINT, COSMOS_KEY: '' }), /COSMOS_KEY is missing/);
    assert.throws(() => accountIn({ COSMOS_KEY }), /COSMOS_ENDPOINT is missing/);
  });
});
