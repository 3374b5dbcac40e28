import assert from 'node:assert/strict';
import type { Card } from '../../../src/ports/messenger.ts';
import { grandTour } from '../../support/grand-tour.ts';
import { textOf } from '../../support/office.ts';

interface Node {
  readonly type?: string;
  readonly style?: string;
  readonly size?: string;
  readonly text?: string;
  readonly items?: readonly Node[];
}
const bodyOf = (card: Card): readonly Node[] => (card as unknown as { body: readonly Node[] }).body;
const headingsOf = (nodes: readonly Node[]): Node[] =>
  nodes.flatMap((node) => [...(node.style === 'heading' ? [node] : []), ...headingsOf(node.items ?? [])]);

for (const [locale, greets, titled] of [
  ['vi', 'Kính gửi ', 'Tin nhắc ngày '],
  ['en', 'Dear ', 'Reminders for '],
] as const) {
  describe(`a message of a morning (${locale})`, function () {
    this.timeout(30_000);
    let joined: readonly Card[];
    before(async () => {
      const all = (await grandTour(locale)).get('reminders.day') ?? [];
      joined = all.filter((card) => headingsOf(bodyOf(card)).length > 1);
    });

    it('has one title, one greeting and one name of the unit, and a heading for each section', () => {
      assert.ok(joined.length > 1);
      for (const card of joined) {
        const lines = textOf(card).split('\n');
        const [title, ...sections] = headingsOf(bodyOf(card));
        assert.ok(title !== undefined);
        assert.ok(title.text?.startsWith(titled));
        assert.equal(title.size, 'Large');
        assert.ok(sections.length > 1 && sections.every(({ size }) => size === 'Medium'));
        assert.equal(new Set(sections.map(({ text }) => text)).size, sections.length);
        assert.equal(lines.filter((line) => line.startsWith(greets)).length, 1);
        assert.equal(lines.filter((line) => line === 'Trung tâm Dịch vụ việc làm Khánh Hòa').length, 1);
        const parts = bodyOf(card).filter(({ type }) => type === 'Container');
        for (const { items } of parts) assert.equal(items?.[0]?.style, 'heading');
      }
    });
  });
}
