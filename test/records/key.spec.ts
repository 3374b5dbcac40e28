import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isId } from '../../src/ports/limits.ts';
import { departmentKeyId, upnKeyId } from '../../src/records/key.ts';

const forms = ['NFC', 'NFD'] as const;

describe('keys of e-mails and departments', () => {
  it('are ids that every store takes, whatever stands in an e-mail or a name', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        assert.ok(isId(upnKeyId('tenant-1', text)));
        assert.ok(isId(departmentKeyId('unit-1', text)));
      }),
    ));

  it('are the same in any case and composition of an e-mail, and of no other one', () => {
    const letters = fc.constantFrom(...'abcxyzđơưếệ0189._-+#');
    const email = fc.array(letters, { minLength: 1, maxLength: 12 }).map((all) => `${all.join('')}@ttdvvl.example`);
    fc.assert(
      fc.property(email, email, fc.constantFrom(...forms), (a, b, form) => {
        const key = upnKeyId('tenant-1', a);
        assert.equal(upnKeyId('tenant-1', a.toUpperCase().normalize(form)), key);
        assert.equal(upnKeyId('tenant-1', b) === key, a === b);
        assert.notEqual(upnKeyId('tenant-2', a), key);
      }),
    );
  });

  it('are the same for a department however it is typed', () => {
    const key = departmentKeyId('unit-1', 'Phòng Tư vấn – Giới thiệu việc làm');
    for (const typed of [
      'PHÒNG TƯ VẤN - GIỚI THIỆU VIỆC LÀM',
      'phòng  tư vấn—giới thiệu việc làm',
      'Phong tu van – Gioi thieu viec lam',
      'Phòng Tư vấn – Giới thiệu việc làm'.normalize('NFD'),
    ])
      assert.equal(departmentKeyId('unit-1', typed), key, typed);
    assert.notEqual(departmentKeyId('unit-1', 'Phòng Tư vấn'), key);
    assert.notEqual(departmentKeyId('unit-2', 'Phòng Tư vấn – Giới thiệu việc làm'), key);
  });
});
