import assert from 'node:assert/strict';
import { createSigningKeys, type SigningKeys } from '../../../src/adapters/teams/signing-keys.ts';
import { CodedError } from '../../../src/domain/errors.ts';
import { type KeyService, startKeyService } from '../../support/key-service.ts';
import { createSigner, type Signer } from '../../support/signer.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

describe('signing keys', () => {
  let service: KeyService;
  let first: Signer;
  let second: Signer;
  let keys: SigningKeys;
  let now: number;
  let failures: unknown[];

  before(async () => {
    first = await createSigner('first');
    second = await createSigner('second');
  });
  beforeEach(async () => {
    service = await startKeyService();
    service.publish(first);
    now = Date.parse('2026-11-20T08:00:00+07:00');
    failures = [];
    const { metadataUrl } = service;
    keys = createSigningKeys({ metadataUrl, now: () => now, timeoutMs: 400, onAway: (error) => failures.push(error) });
  });
  afterEach(() => service.close());

  const unavailable = (error: unknown) => error instanceof CodedError && error.code === 'KEYS_UNAVAILABLE';

  it('are fetched once for fifty who ask at the same moment, and not again for who asks later', async () => {
    const found = await Promise.all(Array.from({ length: 50 }, () => keys.find('first')));
    assert.ok(found.every((key) => key?.endorsements.join() === 'msteams'));
    now += day - 1;
    await keys.find('first');
    assert.equal(service.asked(), 1);
  });
  it('are fetched anew after a day, so that a withdrawn one is gone', async () => {
    await keys.find('first');
    service.publish(second);
    now += day;
    assert.equal(await keys.find('first'), undefined);
    assert.notEqual(await keys.find('second'), undefined);
    assert.equal(service.asked(), 2);
  });
  it('include a new one at once', async () => {
    await keys.find('first');
    now += minute;
    service.publish(first, second);
    assert.notEqual(await keys.find('second'), undefined);
  });
  it('cost one fetch a minute, however many unknown ones are asked for', async () => {
    await keys.find('first');
    now += minute;
    for (let i = 0; i < 20; i += 1) assert.equal(await keys.find(`junk ${i}`), undefined);
    assert.equal(service.asked(), 2);
    now += minute - 1;
    await keys.find('junk');
    assert.equal(service.asked(), 2);
    now += 1;
    await keys.find('junk');
    assert.equal(service.asked(), 3);
  });
  for (const mood of ['failing', 'silent'] as const) {
    it(`stay as they were while the service is ${mood}, and it is asked once a minute`, async () => {
      await keys.find('first');
      service.become(mood);
      now += 3 * day;
      for (let i = 0; i < 5; i += 1) assert.notEqual(await keys.find('first'), undefined);
      assert.deepEqual([service.asked(), failures.length], [2, 1]);
      now += minute;
      service.become('well');
      service.publish(second);
      assert.equal(await keys.find('first'), undefined);
    });
  }
  it('are not known when none ever came: nobody is refused for good', async () => {
    service.become('failing');
    await assert.rejects(keys.find('first'), unavailable);
    service.become('well');
    await assert.rejects(keys.find('first'), unavailable, 'not asked again within the minute');
    now += minute;
    assert.notEqual(await keys.find('first'), undefined);
  });
  it('are those of the last answer that held any', async () => {
    await keys.find('first');
    service.publish({ jwk: { kty: 'EC', kid: 'curve' } });
    now += day;
    assert.notEqual(await keys.find('first'), undefined);
    assert.equal(failures.length, 1);
  });
});
