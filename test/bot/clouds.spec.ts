import assert from 'node:assert/strict';
import fc from 'fast-check';
import { issuers } from '../../src/bot/clouds.ts';
import { type GateRules, gate, isTrustedHost } from '../../src/bot/gate.ts';
import { asUrl } from '../../src/domain/text/as-url.ts';
import { everyHost, hostsOf, nearMisses, publicCloud } from '../support/teams/hosts.ts';

const rulesOf = (issuer: string): GateRules => ({ local: false, tenantId: 'home', issuer, loopback: false });
const judged = (serviceUrl: string, issuer: string): string =>
  gate(rulesOf(issuer), { type: 'message', channelId: 'msteams', serviceUrl, conversation: { tenantId: 'home' } });

describe('the cloud that the bot is in', () => {
  for (const issuer of issuers)
    it(`of ${issuer} is spoken to at its hosts, and at those of no other`, () => {
      for (const host of everyHost) {
        const expected = hostsOf[issuer]?.includes(host) ? 'pass' : 'forbidden';
        assert.equal(judged(`https://${host}/apac/`, issuer), expected, host);
      }
    });
  it('is none for another issuer', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', '')), (issuer) => {
        fc.pre(!issuers.includes(issuer));
        for (const host of everyHost) assert.equal(judged(`https://${host}/`, issuer), 'forbidden');
      }),
    );
  });
  it('is known by its address however that is written: capitals and the port that it has anyway', () => {
    for (const host of hostsOf[publicCloud] ?? [])
      for (const url of [`HTTPS://${host.toUpperCase()}/apac/`, `https://${host}:443/`, `https://${host}`])
        assert.equal(judged(url, publicCloud), 'pass', url);
  });
  it('is not known by an address that looks like its own, whatever is put where', () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,12}$/);
    const one = fc.tuple(fc.constantFrom(...issuers), fc.nat(10), fc.constantFrom(...nearMisses), word);
    fc.assert(
      fc.property(one, ([issuer, n, miss, letters]) => {
        const hosts = hostsOf[issuer] ?? [];
        const host = hosts[n % hosts.length] ?? '';
        const url = miss(host, letters);
        assert.notEqual(judged(url, issuer), 'pass', url);
        const parsed = asUrl(url);
        if (parsed !== undefined) assert.equal(isTrustedHost(parsed, rulesOf(issuer)), false, url);
      }),
      { numRuns: 2_000 },
    );
  });
  it('is not known by a letter more, less or other', () => {
    const edit = fc.tuple(
      fc.constantFrom(...everyHost),
      fc.nat(60),
      fc.constantFrom('', ...'abcxyz019-._'),
      fc.boolean(),
    );
    fc.assert(
      fc.property(edit, ([host, n, letter, isReplaced]) => {
        const at = n % (host.length + 1);
        const edited = host.slice(0, at) + letter + host.slice(at + (isReplaced ? 1 : 0));
        fc.pre(!everyHost.includes(edited) && edited !== '');
        for (const issuer of issuers) assert.notEqual(judged(`https://${edited}/`, issuer), 'pass', edited);
      }),
      { numRuns: 2_000 },
    );
  });
});
