import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import { openPapers } from '../../../src/adapters/word/open-papers.ts';
import { PaperFlaw } from '../../../src/ports/papers.ts';
import { readDocument } from '../../support/read-document.ts';

const written = (...lines: readonly string[]): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [{ children: lines.map((line) => new Paragraph({ children: [new TextRun(line)] })) }],
    }),
  );

describe('templates of papers', () => {
  let shipped: string;
  let own: string;
  beforeEach(async () => {
    [shipped, own] = ['shipped', 'own'].map((name) => mkdtempSync(path.join(tmpdir(), name))) as [string, string];
    writeFileSync(path.join(shipped, 'minutes.docx'), await written('Số {number}', '{#rows}', '- {name}', '{/rows}'));
  });
  afterEach(() => {
    for (const folder of [shipped, own]) rmSync(folder, { recursive: true });
  });
  const data = { number: '03', rows: [{ name: 'Ông An & Bà Ơn <A>' }, { name: 'dòng 1\ndòng 2' }], unused: 'x' };
  const flaw = (unknown: readonly string[]) => (error: unknown) => {
    assert.ok(error instanceof PaperFlaw);
    assert.deepEqual(error.unknown, unknown);
    return true;
  };

  it('are filled with whatever letters there are, the same each time', async () => {
    const papers = openPapers(shipped, '');
    const bytes = await papers.fill('minutes', data);
    assert.deepEqual(readDocument(bytes).text, 'Số 03\n- Ông An & Bà Ơn <A>\n- dòng 1dòng 2');
    assert.deepEqual(await papers.fill('minutes', data), bytes);
  });
  it('are the office’s own where it has one, and those that come with the program else', async () => {
    writeFileSync(path.join(own, 'minutes.docx'), await written('Mẫu riêng, số {number}'));
    assert.equal(readDocument(await openPapers(shipped, own).fill('minutes', data)).text, 'Mẫu riêng, số 03');
    rmSync(path.join(own, 'minutes.docx'));
    assert.match(readDocument(await openPapers(shipped, own).fill('minutes', data)).text, /^Số 03/);
  });
  it('that name what a paper has not are refused by these names, within lists as well', async () => {
    writeFileSync(path.join(own, 'minutes.docx'), await written('{so} {number}', '{#rows}', '{hoTen}', '{/rows}'));
    await assert.rejects(openPapers(shipped, own).fill('minutes', data), flaw(['hoTen', 'so']));
  });
  it('that name it in a list without rows or a part that is not printed are refused all the same, those that the program’s own has are not', async () => {
    const nothing = { number: '03', rows: [], draft: false };
    writeFileSync(
      path.join(own, 'minutes.docx'),
      await written('{#rows}', '{name} {hoTen}', '{/rows}', '{#draft}', '{ghiChu}', '{/draft}', '{#dong}', '{/dong}'),
    );
    await assert.rejects(openPapers(shipped, own).fill('minutes', nothing), flaw(['dong', 'ghiChu', 'hoTen']));
    writeFileSync(
      path.join(own, 'minutes.docx'),
      await written('{#rows}', '{name}', '{/rows}', '{^draft}', 'Số {number}', '{/draft}'),
    );
    assert.equal(readDocument(await openPapers(shipped, own).fill('minutes', nothing)).text, 'Số 03');
  });
  it('that are no Word document, or broken in their placeholders, are refused', async () => {
    writeFileSync(path.join(own, 'minutes.docx'), 'không phải Word');
    await assert.rejects(openPapers(shipped, own).fill('minutes', data), flaw([]));
    writeFileSync(path.join(own, 'minutes.docx'), await written('{#rows} không đóng'));
    await assert.rejects(openPapers(shipped, own).fill('minutes', data), flaw([]));
    await assert.rejects(openPapers(shipped, own).fill('other', data), flaw([]));
  });
  it('that come with the program are what their script makes', async () => {
    const folder = new URL('../../../papers/', import.meta.url);
    for (const name of ['certificate', 'decision', 'list', 'minutes', 'payment', 'report', 'submission']) {
      const { [name]: document } = (await import(`../../../tools/papers/${name}.ts`)) as Record<string, Document>;
      const made = readDocument(await Packer.toBuffer(document ?? assert.fail(name)));
      assert.equal(readDocument(readFileSync(new URL(`${name}.docx`, folder))).xml, made.xml, name);
    }
  });
});
