import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { templateWarnings } from '../../src/compose/own-templates.ts';
import { shippedPapers } from '../../src/config.ts';

describe('a folder of the office’s own templates', () => {
  let own: string;
  beforeEach(() => {
    own = mkdtempSync(path.join(tmpdir(), 'own'));
  });
  afterEach(() => rmSync(own, { recursive: true }));
  const warnings = (...names: readonly string[]) => {
    for (const name of names) writeFileSync(path.join(own, name), '');
    return templateWarnings(shippedPapers, own);
  };

  it('need not be, may be empty, and may have what Word leaves beside a file that is open', () => {
    assert.deepEqual(templateWarnings(shippedPapers, ''), []);
    assert.deepEqual(warnings(), []);
    assert.deepEqual(warnings('minutes.docx', '~$minutes.docx', 'ghi chu.txt'), []);
  });
  it('is warned of with a template that no paper is called by', () => {
    assert.match(warnings('minutes.docx', 'bien-ban.docx')[0] ?? '', /has bien-ban\.docx, .* minutes\.docx/);
  });
  it('is warned of where it is none', () => {
    writeFileSync(path.join(own, 'minutes.docx'), '');
    assert.match(templateWarnings(shippedPapers, path.join(own, 'minutes.docx'))[0] ?? '', /ENOTDIR/);
  });
});
