import assert from 'node:assert/strict';
import type { Address } from '../../../src/records/address.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, openOffice } from '../../support/office.ts';
import { channel } from '../campaign/launching.ts';

describe('kênh', () => {
  it('binds the channel it is typed in, with or without diacritics', async () => {
    const office = await openOffice();
    const answer = await office.as('office').say('<at>Trợ lý</at>&nbsp;kenh van phong', channel('Chung'));
    assertGoodCard(answer.card);
    assert.match(answer.text, /Đã gắn kênh này\./);
    assert.match(answer.text, /Chung/);
    const [address] = await office.dump('address');
    assert.equal(address?.id, 'address:channel:office');
    assert.equal((address as { data: Address } | undefined)?.data.conversationId, '19:Chung');
  });

  it('alone shows what the channel may be for, and the button binds', async () => {
    const office = await openOffice();
    const choose = await office.as('office').say('kênh', channel('Chung'));
    assertGoodCard(choose.card);
    const binds = actionsOf(choose.card).filter(({ verb }) => verb === 'channel.bind');
    assert.deepEqual(
      binds.map(({ data }) => data.purpose),
      ['office', 'youth'],
    );
    const asked = await office
      .as('office')
      .say('kênh phòng họp', channel('Chung'))
      .catch((e: unknown) => e);
    assert.equal((asked as { code: string }).code, 'CHANNEL_PURPOSE_UNKNOWN');
    assert.deepEqual(await office.dump('address'), []);
  });

  it('rebinding replaces the channel and says which one it was', async () => {
    const office = await openOffice();
    await office.as('office').say('kênh văn phòng', channel('Chung'));
    const again = await office.as('secretary').say('kênh văn phòng', channel('Hành chính'));
    assert.match(again.text, /thay cho kênh “Chung”/);
    const kept = await office.as('secretary').say('channel office', channel('Hành chính'));
    assert.match(kept.text, /không có gì thay đổi/);
    const addresses = await office.dump('address');
    assert.equal(addresses.length, 1);
    assert.equal((addresses[0] as { data: Address } | undefined)?.data.channelName, 'Hành chính');
  });

  it('lets the youth secretary bind the youth channel and nothing else', async () => {
    const office = await openOffice();
    const choose = await office.as('thao').say('kênh', channel('Chi đoàn'));
    assert.deepEqual(
      actionsOf(choose.card).map(({ data }) => data.purpose),
      ['youth'],
    );
    await office.as('thao').say('kênh chi đoàn', channel('Chi đoàn'));
    await assert.rejects(office.as('thao').say('kênh văn phòng', channel('Chi đoàn')), { code: 'NOT_ALLOWED_CHANNEL' });
    assert.deepEqual(
      (await office.dump('address')).map(({ id }) => id),
      ['address:channel:youth'],
    );
  });

  it('a chat of several people outside a team is no channel', async () => {
    const office = await openOffice();
    const group = { ...channel('Nhóm'), kind: 'group' as const, teamId: '' };
    for (const text of ['kênh', 'kênh văn phòng'])
      await assert.rejects(office.as('office').say(text, group), { code: 'CHANNEL_NOT_GROUP' });
    await assert.rejects(office.as('office').click('channel.bind', { purpose: 'office' }, group), {
      code: 'CHANNEL_NOT_GROUP',
    });
    await assert.rejects(office.as('an').say('hồ sơ', group), { code: 'PERSONAL_ONLY' });
    assert.deepEqual(await office.dump('address'), []);
  });

  it('refuses staff, the personal chat and forged purposes', async () => {
    const office = await openOffice();
    await assert.rejects(office.as('an').say('kênh', channel('Chung')), { code: 'NOT_ALLOWED_CHANNEL' });
    await assert.rejects(office.as('an').say('kênh văn phòng', channel('Chung')), { code: 'NOT_ALLOWED_CHANNEL' });
    await assert.rejects(office.as('office').say('kênh văn phòng'), { code: 'CHANNEL_ONLY' });
    await assert.rejects(office.as('office').click('channel.bind', { purpose: 'office' }), { code: 'CHANNEL_ONLY' });
    await assert.rejects(office.as('office').click('channel.bind', { purpose: 'council' }), { code: 'BAD_CARD' });
    assert.deepEqual(await office.dump('address'), []);
  });
});
