import assert from 'node:assert/strict';
import { dossierCode, formerCode } from '../../../src/domain/dossier/code.ts';

describe('the code of a dossier', () => {
  it('can be read over the phone, and tells rounds apart', () => {
    assert.equal(dossierCode('annual-2026', 14), 'A2026-014');
    assert.equal(dossierCode('annual-2026', 1_204), 'A2026-1204');
    assert.notEqual(dossierCode('final-2030', 1), dossierCode('annual-2030', 1));
  });

  it('was once made of the candidate’s id', () => {
    const id = 'person:01JD8Z5M3N7K3QZ9VBXA';
    assert.equal(formerCode('annual-2026', id), 'A2026-3QZ9VBXA');
    assert.notEqual(formerCode('final-2030', id), formerCode('annual-2030', id));
  });
});
