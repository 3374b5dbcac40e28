import assert from 'node:assert/strict';
import type { ServerDeps } from '../../src/bot/server.ts';
import { aServer, listening, stop } from '../support/a-server.ts';

const strict = { local: false, tenantId: '', issuer: '', loopback: false };
const token = 'a-token-of-twenty-letters';

describe('/metrics', () => {
  const cases: readonly (readonly [
    what: string,
    deps: Partial<ServerDeps>,
    headers: Record<string, string>,
    status: number,
  ])[] = [
    ['is told on this machine in local mode', {}, {}, 200],
    ['is not told through a proxy in local mode', {}, { 'x-forwarded-for': '10.0.0.1' }, 403],
    ['is not there without a token, though asked on this machine: a proxy may be', { rules: strict }, {}, 404],
    [
      'is told to who shows the token',
      { rules: strict, numbersToken: token },
      { authorization: `Bearer ${token}` },
      200,
    ],
    ['to nobody without', { rules: strict, numbersToken: token }, {}, 404],
    ['to nobody with another', { rules: strict, numbersToken: token }, { authorization: `Bearer ${token}x` }, 404],
    ['to nobody who shows it otherwise', { rules: strict, numbersToken: token }, { authorization: token }, 404],
    ['asks for the token in local mode, too, once there is one', { numbersToken: token }, {}, 404],
  ];
  for (const [what, deps, headers, status] of cases)
    it(what, async () => {
      const server = aServer(deps);
      try {
        const answer = await fetch(`${await listening(server)}/metrics`, { headers });
        assert.equal(answer.status, status);
        const text = await answer.text();
        if (status === 200) assert.equal(text, 'thidua_up 1\n');
        else assert.doesNotMatch(text, /thidua_up/);
      } finally {
        stop(server);
      }
    });
});
