import assert from 'node:assert/strict';
import { CodedError } from '../../../src/domain/errors.ts';
import { checkEvidenceFile } from '../../../src/features/nomination/file-kind.ts';
import { aZip } from '../../support/a-zip.ts';
import { khanhHoaPlan } from '../../support/khanh-hoa-plan.ts';

const { evidence } = khanhHoaPlan.settings;
const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n');
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const jpg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
const exe = Buffer.concat([Buffer.from('MZ\x90\x00\x03', 'latin1'), Buffer.alloc(1_000)]);

function office(part: string, mainType: string): Buffer {
  const types = `<Types><Override PartName="/${part}" ContentType="application/vnd.${mainType}.main+xml"/></Types>`;
  return aZip({ '[Content_Types].xml': types, [part]: '<x/>' });
}
const wordType = 'openxmlformats-officedocument.wordprocessingml.document';
const docx = office('word/document.xml', wordType);
const xlsx = office('xl/workbook.xml', 'openxmlformats-officedocument.spreadsheetml.sheet');
const pptx = office('ppt/presentation.xml', 'openxmlformats-officedocument.presentationml.presentation');
const docm = office('word/document.xml', 'ms-word.document.macroEnabled');

const nameOf = async (name: string, bytes: Uint8Array = pdf) => (await checkEvidenceFile(bytes, name, evidence)).name;
const refusedWith = (code: string, name: string) => (error: unknown) => {
  assert.ok(error instanceof CodedError);
  assert.deepEqual([error.code, error.facts.name], [code, name]);
  return true;
};

describe('checkEvidenceFile', () => {
  for (const [extension, bytes, mediaType] of [
    ['pdf', pdf, 'application/pdf'],
    ['png', png, 'image/png'],
    ['jpg', jpg, 'image/jpeg'],
    ['docx', docx, `application/vnd.${wordType}`],
    ['xlsx', xlsx, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['pptx', pptx, 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ] as const) {
    it(`takes a ${extension}`, async () => {
      assert.deepEqual(await checkEvidenceFile(bytes, `Kết quả.${extension}`, evidence), {
        name: `Kết quả.${extension}`,
        mediaType,
        extension,
      });
    });
  }

  for (const [what, name, bytes] of [
    ['a program renamed to PDF', 'chương-trình.pdf', exe],
    ['a document with macros', 'báo cáo.docx', docm],
    ['an archive that is no document', 'báo cáo.docx', aZip({ 'virus.exe': 'MZ' })],
    ['a web page', 'trang.pdf', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a drawing with a script', 'hình.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['plain text that the plan does not list', 'ghi chú.txt', Buffer.from('Ghi chú')],
    ['a single byte', 'a.pdf', Buffer.from('%')],
  ] as const) {
    it(`refuses ${what}`, async () => {
      await assert.rejects(checkEvidenceFile(bytes, name, evidence), (error) => {
        refusedWith('FILE_TYPE', name)(error);
        assert.equal((error as CodedError).facts.allowed, 'pdf, docx, xlsx, pptx, jpg, png');
        return true;
      });
    });
  }

  it('refuses an empty file, whatever its name', async () => {
    await assert.rejects(checkEvidenceFile(new Uint8Array(0), 'a.pdf', evidence), refusedWith('FILE_EMPTY', 'a.pdf'));
    await assert.rejects(checkEvidenceFile(new Uint8Array(0), '', evidence), refusedWith('FILE_EMPTY', 'tep'));
  });

  it('never fails otherwise on a document that was cut off', async () => {
    for (const whole of [docx, png, jpg, pdf]) {
      for (let end = 1; end < whole.length; end++) {
        const outcome = await checkEvidenceFile(whole.subarray(0, end), 'a', evidence).catch((error) => error);
        assert.ok('mediaType' in outcome || outcome instanceof CodedError, String(outcome));
      }
    }
  });

  it('takes plain text where the plan lists it, unless it is binary', async () => {
    const settings = { types: ['txt'] };
    const kind = await checkEvidenceFile(Buffer.from('Ghi chú'), 'ghi chú.txt', settings);
    assert.deepEqual(kind, { name: 'ghi chú.txt', mediaType: 'text/plain', extension: 'txt' });
    for (const [name, bytes] of [
      ['a.txt', Buffer.from('a\0b')],
      ['a.txt', Buffer.from([0x61, 0xff, 0xfe])],
      ['a.csv', Buffer.from('a;b')],
    ] as const)
      await assert.rejects(checkEvidenceFile(bytes, name, settings), refusedWith('FILE_TYPE', name));
  });

  it('reads the plan with or without dots and capitals', async () => {
    assert.equal((await checkEvidenceFile(jpg, 'a.jpg', { types: ['.JPEG'] })).extension, 'jpg');
  });

  describe('the name', () => {
    for (const [given, kept] of [
      ['Kết quả.PDF', 'Kết quả.PDF'],
      ['Kê\u0301t qua\u0309.pdf', 'Kết quả.pdf'],
      ['C:\\Users\\lan\\Kết quả.pdf', 'Kết quả.pdf'],
      ['../../etc/passwd', 'passwd.pdf'],
      ['Báo cáo 10.2026', 'Báo cáo 10.2026.pdf'],
      ['Kết quả.docx', 'Kết quả.pdf'],
      ['Kết\r\nquả\0.pdf', 'Kếtquả.pdf'],
      ['anh\u202egpj.exe', 'anhgpj.exe.pdf'],
      ['', 'tep.pdf'],
      ['.pdf', 'tep.pdf'],
      ['..', 'tep.pdf'],
      ['...pdf', 'tep.pdf'],
      ['folder/', 'tep.pdf'],
    ] as const) {
      it(`${JSON.stringify(given)} is kept as ${JSON.stringify(kept)}`, async () => {
        assert.equal(await nameOf(given), kept);
      });
    }

    it('of a photograph may end in jpeg', async () => assert.equal(await nameOf('ảnh.jpeg', jpg), 'ảnh.jpeg'));

    it('is cut to 120 letters and keeps its extension', async () => {
      assert.equal(await nameOf(`${'ắ'.repeat(300)}.pdf`), `${'ắ'.repeat(116)}.pdf`);
      assert.equal(await nameOf('😀'.repeat(300)), `${'😀'.repeat(116)}.pdf`);
    });
  });
});
