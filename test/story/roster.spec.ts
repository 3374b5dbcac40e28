import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { SeenMessage } from '../../sandbox/seen.ts';
import { sampleRosterFile } from '../../sandbox/server/roster.ts';
import { waitUntil } from '../support/wait-until.ts';
import { type Centre, openCentre } from './support/open-centre.ts';

/** The office sends a roster to the running bot: two leave, one of them holding cards; one comes whom the bot has never heard of. */
describe('a roster that is sent in chat, over the wire', function () {
  this.timeout(90_000);
  // Each step stands on the one before.
  this.bail(true);
  let centre: Centre;
  const [heading = '', ...rows] = readFileSync(sampleRosterFile, 'utf8').trimEnd().split('\n');
  const stranger = { key: 'khach', row: '' };
  let preview: SeenMessage;
  let old: SeenMessage;

  before(async () => {
    centre = await openCentre('2026-10-26T08:00');
    const outsider = centre.sandbox.people.find(({ roles, userRole }) => roles.length === 0 && userRole === 'user');
    assert.ok(outsider, 'somebody of the tenant is not on the roster');
    stranger.key = outsider.key;
    const { aadObjectId, fullName: name } = outsider;
    stranger.row = [
      aadObjectId,
      '',
      name,
      'Phòng Bảo hiểm thất nghiệp',
      'Viên chức',
      'staff',
      ...Array(7).fill(''),
    ].join(',');
  });
  after(() => centre.close());
  const as = (key: string) => centre.sandbox.as(key);
  const verbsOf = ({ raw }: SeenMessage): string[] =>
    [...JSON.stringify(raw).matchAll(/"verb":"([^"]+)"/g)].flatMap(([, verb]) => verb ?? []);
  const wordsOf = (message: SeenMessage | undefined): string => message?.words ?? '';
  const shown = (id: string): SeenMessage => {
    const found = as('le')
      .messages()
      .find((message) => message.id === id);
    assert.ok(found);
    return found;
  };

  it('somebody who is not on it is told so, and gets nothing', async () => {
    const [answer] = await as(stranger.key).say('việc của tôi');
    assert.match(wordsOf(answer), /danh sách/);
    assert.doesNotMatch(wordsOf(answer), /Việc của tôi/);
  });

  it('is read and shown on the card that it was answered with, once it is read', async () => {
    const [mine] = await as('hoa').say('việc của tôi');
    assert.ok(mine);
    old = mine;
    const kept = rows.filter((row) => !/^[^,]*,(?:hoa|lan)@/.test(row));
    assert.equal(kept.length, rows.length - 2);
    const csv = Buffer.from([heading, ...kept, stranger.row].join('\n'));
    const [reading] = await as('le').upload('nhan-su.csv', csv);
    assert.ok(reading);
    assert.match(wordsOf(reading), /Đang đọc tệp|Sẽ thay đổi/);
    await waitUntil(
      'the preview is drawn',
      () => {
        centre.sandbox.clock.advance({ seconds: 6 });
        return wordsOf(shown(reading.id)).includes('Sẽ thay đổi 3 người');
      },
      { everyMs: 100 },
    );
    preview = shown(reading.id);
    assert.match(wordsOf(preview), /Thêm mới\n1/);
    assert.match(wordsOf(preview), /Nghỉ việc\n2/);
  });

  it('once confirmed lets in who has come, and keeps out who has left, old cards and all', async () => {
    centre.sandbox.clock.advance({ seconds: 5 });
    await as('le').click(preview, 'roster.confirm', {}, { data: { absent: 'left' } });
    await waitUntil(
      'it is written',
      () => {
        centre.sandbox.clock.advance({ seconds: 6 });
        return wordsOf(shown(preview.id)).includes('Đã ghi xong: thay đổi 3 người');
      },
      { everyMs: 100 },
    );
    const [answer] = await as(stranger.key).say('việc của tôi');
    assert.match(wordsOf(answer), /Việc của tôi/);
    const [refused] = await as('hoa').say('việc của tôi');
    assert.doesNotMatch(wordsOf(refused), /Việc của tôi/);
    // The card is still in their chat.
    const verb = verbsOf(old)[0] ?? '';
    const late = await as('hoa').click(old, verb);
    assert.doesNotMatch(wordsOf(late.message), /Tự đánh giá/);
    assert.match(JSON.stringify(late), /danh sách/);
  });
});
