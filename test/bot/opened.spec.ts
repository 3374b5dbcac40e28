import assert from 'node:assert/strict';
import { opensNow, turnedOver, wasOpened } from '../../src/bot/opened.ts';
import type { Turn } from '../../src/pipeline/turn.ts';
import { openOffice, person } from '../support/office.ts';

async function setUp() {
  const office = await openOffice();
  const turn = <T>(work: (turn: Turn) => Promise<T>): Promise<T> => office.run(work, { by: person('an') });
  return {
    office,
    opens: (click: string) => turn((t) => opensNow(t, click)),
    was: (click: string, message?: string) => turn((t) => wasOpened(t, click, message)),
    over: (message: string) => turn((t) => turnedOver(t, message)),
    kept: () => office.dump('opened'),
    pass: (seconds: number) => office.set(office.now.plus({ seconds }).toISO() ?? ''),
  };
}

describe('pages that were opened', () => {
  it('stand for the second of two clicks, until that is long ago', async () => {
    const t = await setUp();
    assert.deepEqual([await t.opens('a'), await t.opens('a')], [true, false], 'while it is being posted');
    await t.was('a', 'm1');
    t.pass(59);
    assert.deepEqual([await t.opens('a'), await t.opens('b')], [false, true]);
    t.pass(1);
    assert.equal(await t.opens('a'), true);
  });
  it('are wanted again once turned over', async () => {
    const t = await setUp();
    for (const click of ['a', 'b']) await t.opens(click);
    await t.was('a', 'm1');
    await t.was('b', '');
    for (const message of ['m2', '']) await t.over(message);
    assert.deepEqual([await t.opens('a'), await t.opens('b')], [false, false]);
    await t.over('m1');
    assert.deepEqual([await t.opens('a'), await t.opens('b')], [true, false]);
  });
  it('are opened by the next click when they could not be posted, or their process died over it', async () => {
    const t = await setUp();
    await t.opens('a');
    await t.was('a');
    assert.deepEqual(await t.kept(), []);
    assert.equal(await t.opens('a'), true);
    t.pass(14);
    assert.equal(await t.opens('a'), false);
    t.pass(1);
    assert.equal(await t.opens('a'), true);
  });
  it('are forgotten when the next one is opened, and nothing that was typed is kept with them', async () => {
    const t = await setUp();
    for (const click of ['a', 'b']) await t.opens(click);
    t.pass(60);
    await t.opens('["a:an","m",{"words":"Bí mật"}]');
    const kept = JSON.stringify(await t.kept());
    assert.equal(kept.match(/"click"/g)?.length, 1);
    assert.doesNotMatch(kept, /Bí mật/);
  });
});
