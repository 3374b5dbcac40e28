import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeCards } from '../../tools/write-cards.ts';
import { grandTour } from '../support/grand-tour.ts';

describe('npm run cards', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'cards-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('writes every card of a round in both languages, named by page and number, also where the folder is not there yet', async function () {
    this.timeout(60_000);
    const target = path.join(folder, 'for', 'the-designer');
    const count = await writeCards(target);
    assert.deepEqual(readdirSync(target).sort(), ['en', 'vi']);
    let found = 0;
    for (const locale of ['vi', 'en'] as const) {
      const expected = [...(await grandTour(locale))].flatMap(([page, cards]) =>
        cards.map((card, i) => [`${page}-${i + 1}.json`, card] as const),
      );
      const files = readdirSync(path.join(target, locale));
      assert.deepEqual(files.sort(), expected.map(([name]) => name).sort());
      for (const [name, card] of expected)
        assert.deepEqual(JSON.parse(readFileSync(path.join(target, locale, name), 'utf8')), card, name);
      found += files.length;
    }
    assert.equal(found, count);
  });
  it('writes over what an earlier run left', async () => {
    const count = await writeCards(folder);
    assert.equal(await writeCards(folder), count);
  });
});
