import assert from 'node:assert/strict';
import { type Toured, toured } from '../support/grand-tour.ts';

/** Of one message that is sent in several ways, or of one list that is asked about twice: they say the same. */
const alike = [/^(call)\./, /^(decide)\.(request|office)$/, /^(announce\.launch)(~\d+)?$/];
const groupOf = (kind: string): string => alike.map((each) => each.exec(kind)?.[1]).find(Boolean) ?? kind;
const code = /^(\p{L}*\d[\p{L}\d/.-]*|[\p{Lu}\d/.-]{4,})(\s|$)/u;

for (const locale of ['vi', 'en'] as const)
  describe(`what a phone shows first of a message (${locale})`, function () {
    this.timeout(120_000);
    let previews: Toured['previews'];
    before(async () => {
      previews = (await toured(locale)).previews;
    });

    it('is a short sentence that begins with no code, whatever is told', () => {
      for (const { kind, summary } of previews) {
        assert.ok(summary.length <= 100, `${kind}: ${summary.length} signs: ${summary}`);
        assert.ok(summary.split(' ').length >= 2, `${kind}: ${summary}`);
        const isCount = /^\d+ \p{L}/u.test(summary);
        assert.ok(isCount || !code.test(summary), `${kind} begins with a code: ${summary}`);
      }
    });

    it('says what happened: two kinds of message never show the same', () => {
      const shownBy = new Map<string, string>();
      // A reminder says again what was asked before.
      for (const { kind, summary } of previews.filter((each) => !each.kind.startsWith('remind.'))) {
        const what = summary.replaceAll(/\d+/g, '#');
        const other = shownBy.get(what) ?? groupOf(kind);
        assert.equal(groupOf(kind), other, `${kind} and ${other} both show: ${summary}`);
        shownBy.set(what, other);
      }
    });

    it('tells an award and its revocation, and stays discreet of what was not awarded', () => {
      const of = (kind: string): string[] => previews.filter((each) => each.kind === kind).map((each) => each.summary);
      const [award, result, revoked] =
        locale === 'vi'
          ? [/được tặng Giấy khen/i, /^Kết quả xét khen thưởng/, /bị hủy bỏ/]
          : [/^Certificate of Merit given/, /^Result of the consideration/, /revoked/];
      assert.ok(of('results').some((each) => award.test(each)));
      assert.ok(of('results').some((each) => result.test(each)));
      for (const each of of('results')) assert.ok(award.test(each) || result.test(each), each);
      assert.ok(of('results.revoked').length > 0);
      for (const each of of('results.revoked')) assert.match(each, revoked);
    });
  });
