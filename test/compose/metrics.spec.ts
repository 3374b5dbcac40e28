import assert from 'node:assert/strict';
import { type Centre, openCentre } from '../story/support/open-centre.ts';

describe('the numbers of a centre whose people have just installed the app', function () {
  this.timeout(60_000);
  let centre: Centre;
  let text: string;
  before(async () => {
    centre = await openCentre();
    text = await (await fetch(new URL('/metrics', centre.url))).text();
  });
  after(() => centre.close());
  const numberOf = (name: string): number => {
    const line = text.split('\n').find((each) => each.startsWith(`${name} `));
    assert.ok(line, name);
    return Number(line.slice(name.length + 1));
  };

  it('count turns, sends and messages', () => {
    const welcomed = numberOf('thidua_send_seconds_count{request="post",outcome="sent"}');
    assert.ok(welcomed >= 50, `${welcomed} welcomes`);
    assert.equal(numberOf('thidua_deliveries{state="settled"}'), welcomed);
    assert.equal(numberOf('thidua_deliveries{state="pending"}'), 0);
    assert.equal(numberOf('thidua_oldest_due_delivery_seconds'), 0);
    assert.ok(numberOf('thidua_turn_seconds_count{outcome="answered"}') >= 50);
    assert.equal(numberOf('thidua_holds_lease'), 1);
    assert.ok(numberOf('thidua_store_calls_total{call="commit"}') >= 50);
    assert.ok(numberOf('nodejs_eventloop_lag_p99_seconds') > 0);
  });
  it('name nobody: every label is a kind, a state, a code or a place in a histogram', () => {
    const values = [...text.matchAll(/(\w+)="([^"]*)"/g)].filter(
      ([, label]) => !['le', 'version', 'major', 'minor', 'patch'].includes(String(label)),
    );
    assert.ok(values.length > 50);
    for (const [, label, value] of values) assert.match(String(value), /^[A-Za-z_]{1,20}$/, `${label}="${value}"`);
  });
});
