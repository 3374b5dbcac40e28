import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterCouncil, agreed, recommended } from '../../support/after-council.ts';
import { crowd, dossier, nomination, round, sessionOne } from '../../support/before-council.ts';
import { keptFile } from '../../support/memory-files.ts';
import { dept, type Office, person } from '../../support/office.ts';

/** PICTURES=yes keeps each page to look at in .screens/papers. */
const pictures = new URL('../../../.screens/papers/', import.meta.url).pathname;

function has(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    // Some answer no version, and are there.
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}

/** One round with a handful, one with forty of the longest names. */
async function written(folder: string): Promise<string[]> {
  const few = await afterCouncil();
  await agreed(few);
  const many = await afterCouncil();
  await crowd(many, 40, recommended());
  await crowdAbove(many);
  await agreed(many);
  const names: string[] = [];
  for (const [which, office] of [
    ['few', few],
    ['many', many],
  ] as const)
    for (const [paper, of] of [
      ['minutes', sessionOne],
      ['submission', round],
      ['list', round],
      ['decision', `decision:${round}:1`],
      ['payment', `decision:${round}:1`],
      ['certificate', `decision:${round}:1`],
      ['report', nomination(person('an'))],
      ['report', nomination(dept('advice'))],
    ] as const) {
      const made = await office.as('secretary').click('papers.make', { paper, of });
      const bytes = await keptFile(office.machine.files, of, made.show.params.sha256 ?? '');
      const name = `${paper}-${of.includes('department:') ? 'collective-' : ''}${which}`;
      writeFileSync(path.join(folder, `${name}.docx`), bytes ?? assert.fail());
      names.push(name);
    }
  return names;
}
const crowdAbove = (office: Office): Promise<void> => dossier(office, dept('insurance'), recommended('so'));

describe('papers in LibreOffice', function () {
  this.timeout(120_000);
  let folder: string;
  let names: string[];
  before(async function () {
    if (!has('soffice') || !has('pdftotext')) {
      assert.notEqual(process.env.PAPER_TESTS, 'required', 'LibreOffice Writer and poppler-utils are not installed');
      this.skip();
    }
    folder = mkdtempSync(path.join(tmpdir(), 'papers'));
    names = await written(folder);
    const files = names.map((name) => path.join(folder, `${name}.docx`));
    const own = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync('soffice', [own, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], {
      stdio: 'ignore',
    });
    if (process.env.PICTURES !== 'yes') return;
    mkdirSync(pictures, { recursive: true });
    for (const name of names)
      execFileSync('pdftoppm', ['-r', '70', '-png', path.join(folder, `${name}.pdf`), path.join(pictures, name)]);
  });
  after(() => {
    if (folder !== undefined) rmSync(folder, { recursive: true });
  });
  const textOf = (name: string): string =>
    execFileSync('pdftotext', ['-layout', path.join(folder, `${name}.pdf`), '-'], { encoding: 'utf8' });

  it('are all opened, and read as they were written', () => {
    assert.deepEqual(readdirSync(folder).filter((name) => name.endsWith('.pdf')).length, names.length);
    for (const name of names) {
      const text = textOf(name);
      assert.match(text, /CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n/, `${name}: the national heading stands in one line`);
      assert.doesNotMatch(text, /[{}]|undefined|null/, name);
    }
  });
  it('number their pages from the second on', () => {
    // Certificates are no pages of one paper.
    for (const name of names.filter((each) => !each.startsWith('certificate'))) {
      const [first = '', ...rest] = textOf(name)
        .split('\f')
        .filter((page) => page.trim() !== '');
      assert.doesNotMatch(first, /^\s*1\s*\n/, name);
      for (const [i, page] of rest.entries()) assert.match(page, new RegExp(`^\\s*${i + 2}\\s*\\n`), name);
    }
  });
  it('give each certificate one page', () => {
    const pages = textOf('certificate-many')
      .split('\f')
      .filter((page) => page.trim() !== '');
    assert.equal(pages.length, 43);
    for (const page of pages) assert.match(page, /GIẤY KHEN[\s\S]*Số sổ vàng: \d\d/);
  });
  it('repeat the head of a long list on each of its pages', () => {
    const pages = textOf('decision-many')
      .split('\f')
      .filter((page) => /Tôn Nữ Hoàng Trường/.test(page));
    assert.ok(pages.length > 1);
    for (const page of pages) assert.match(page, /Tiền thưởng/);
    assert.match(pages[0] ?? '', /^\s*3\s+DANH SÁCH\n/, 'the list begins on a page of its own');
  });
});
