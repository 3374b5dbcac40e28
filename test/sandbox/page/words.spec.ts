import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { markdownToHtml } from '../../../sandbox/page/card/markdown.ts';
import { fold, initialsOf } from '../../../sandbox/page/format/names.ts';
import { dateOf, dayHeading, listTime, momentsOf, nextMorning, timeOf } from '../../../sandbox/page/format/time.ts';
import { commandsFor } from '../../../sandbox/page/state/commands.ts';
import { en } from '../../../sandbox/page/texts/en.ts';
import { vi } from '../../../sandbox/page/texts/vi.ts';
import { sampleCentre } from '../../../sandbox/server/roster.ts';

const at = (iso: string) => Date.parse(`${iso}+07:00`);

describe('words of the page', () => {
  it('draws Markdown and shows HTML as text', () => {
    assert.equal(markdownToHtml('**a** *b* `c`'), '<p><strong>a</strong> <em>b</em> <code>c</code></p>');
    assert.equal(markdownToHtml('- một\n- hai'), '<ul><li>một</li><li>hai</li></ul>');
    assert.equal(markdownToHtml('<img src=x onerror=alert(1)>'), '<p>&lt;img src=x onerror=alert(1)&gt;</p>');
    assert.match(
      markdownToHtml('[Kế hoạch](https://a.example/x?y=1&z=2)'),
      /<a href="https:\/\/a\.example\/x\?y=1&amp;z=2"/,
    );
    assert.equal(markdownToHtml('[x](javascript:alert(1))'), '<p>[x](javascript:alert(1))</p>');
    assert.ok(!markdownToHtml('[x](https://a"onclick="b)').includes('"onclick'));
  });

  it('takes initials of tricky names and finds them without diacritics', () => {
    const names = ["H'Hen Niê", 'Tôn Nữ Hoàng Trường Phương Thảo Nguyên', 'Lý Ý', 'Đỗ Đăng Đức', 'Bảo'];
    assert.deepEqual(names.map(initialsOf), ['HN', 'TN', 'LÝ', 'ĐĐ', 'B']);
    assert.equal(fold('Đặng Hữu Nghĩa'), 'dang huu nghia');
  });

  it('tells times on the clock of the centre', () => {
    const now = at('2026-10-26T08:05:00');
    assert.deepEqual([timeOf(now), dateOf(now)], ['08:05', '26/10/2026']);
    assert.equal(listTime(at('2026-10-25T23:59:00'), now, vi), 'Hôm qua');
    assert.equal(listTime(at('2026-10-22T10:00:00'), now, vi), 'T5');
    assert.equal(dayHeading(at('2026-09-30T10:00:00'), now, vi), 'Thứ Tư, 30/09/2026');
  });

  it('finds the next working morning and the moments of the year', () => {
    assert.equal(nextMorning(at('2026-10-26T07:59:00')), '2026-10-26T08:00');
    assert.equal(nextMorning(at('2026-10-26T08:00:00')), '2026-10-27T08:00');
    assert.equal(nextMorning(at('2026-10-30T15:00:00')), '2026-11-02T08:00');
    assert.equal(momentsOf(at('2027-01-05T08:00:00')).at(-2)?.iso, '2027-11-30T23:59:50');
  });

  it('names every role of the sample centre and every person of the tour, in both languages', () => {
    const { rows } = sampleCentre();
    const roles = new Set(rows.flatMap((row) => row.roles.split(' ')));
    const keys = new Set(rows.map(({ email }) => email.split('@')[0]));
    for (const texts of [vi, en]) {
      for (const role of roles) assert.ok(texts.roles[role], role);
      for (const { person } of texts.hintSteps) assert.ok(keys.has(person), person);
    }
    assert.ok(commandsFor(['office', 'councilSecretary']).includes('phát động'));
    assert.ok(!commandsFor(['staff']).includes('phát động'));
  });
});
