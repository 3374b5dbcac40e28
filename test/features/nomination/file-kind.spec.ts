import assert from 'node:assert/strict';
import { texts } from '../../../src/adapters/texts/texts.ts';
import { CodedError } from '../../../src/domain/errors.ts';
import { checkEvidenceFile } from '../../../src/features/nomination/file-kind.ts';
import { aZip } from '../../support/a-zip.ts';
import { khanhHoaPlan } from '../../support/khanh-hoa-plan.ts';
import { lying } from '../../support/memory-files.ts';

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

const checkFile = (bytes: Uint8Array, name: string, settings: Parameters<typeof checkEvidenceFile>[2]) =>
  checkEvidenceFile(lying(bytes), name, settings);
const nameOf = async (name: string, bytes: Uint8Array = pdf) => (await checkFile(bytes, name, evidence)).name;
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
      assert.deepEqual(await checkFile(bytes, `Kết quả.${extension}`, evidence), {
        name: `Kết quả.${extension}`,
        mediaType,
        extension,
      });
    });
  }

  for (const [what, name, bytes] of [
    ['a program renamed to PDF', 'chương-trình.pdf', exe],
    ['an archive that is no document', 'báo cáo.docx', aZip({ 'virus.exe': 'MZ' })],
    ['a web page', 'trang.pdf', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a drawing with a script', 'hình.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['plain text that the plan does not list', 'ghi chú.txt', Buffer.from('Ghi chú')],
    ['a single byte', 'a.pdf', Buffer.from('%')],
  ] as const) {
    it(`refuses ${what}`, async () => {
      await assert.rejects(checkFile(bytes, name, evidence), (error) => {
        refusedWith('FILE_TYPE', name)(error);
        assert.equal((error as CodedError).facts.allowed, 'pdf, docx, xlsx, pptx, jpg, png');
        return true;
      });
    });
  }

  describe('documents of other programs', () => {
    const main = `application/vnd.${wordType}.main+xml`;
    const typesOf = (types: string): string => `<?xml version='1.0'?><Types>${types}</Types>`;
    const body = { 'word/document.xml': '<x/>', '_rels/.rels': '<x/>' };
    const single = typesOf(`<Override PartName='/word/document.xml' ContentType='${main}'/>`);
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(single, 'utf16le')]);
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`word/media/${i}.bin`, 'x'.repeat(200)]));
    for (const [what, bytes] of [
      ['types at the end of a long archive', aZip({ ...body, ...many, '[Content_Types].xml': single })],
      ['single quotes', aZip({ '[Content_Types].xml': single, ...body })],
      [
        'types by default',
        aZip({ '[Content_Types].xml': typesOf(`<Default Extension="xml" ContentType="${main}"/>`), ...body }),
      ],
      ['another case of names', aZip({ ...body, '[CONTENT_TYPES].XML': single })],
      ['a leading slash', aZip({ ...body, '/[Content_Types].xml': single })],
      ['UTF-16', aZip({ ...body, '[Content_Types].xml': utf16 })],
      [
        'a comment of the program',
        aZip({ '[Content_Types].xml': single, ...body }, { comment: 'made by '.repeat(50) }),
      ],
      [
        'bytes that a program left behind the end',
        Buffer.concat([aZip({ '[Content_Types].xml': single, ...body }), Buffer.from('\r\n')]),
      ],
      ['line breaks', aZip({ ...body, '[Content_Types].xml': single.replaceAll(' ', '\n') })],
    ] as const) {
      it(`are taken with ${what}`, async () => {
        assert.equal((await checkFile(bytes, 'Báo cáo.docx', evidence)).extension, 'docx');
      });
    }
    for (const [what, extra] of [
      ['word/vbaProject.bin', { 'word/vbaProject.bin': 'x' }],
      ['an old macro sheet', { 'xl/macrosheets/sheet1.xml': 'x' }],
    ] as const) {
      it(`are refused with macros: ${what}`, async () => {
        const bytes = aZip({ '[Content_Types].xml': single, ...body, ...extra });
        await assert.rejects(checkFile(bytes, 'a.docx', evidence), refusedWith('FILE_MACROS', 'a.docx'));
        await assert.rejects(checkFile(docm, 'a.docx', evidence), refusedWith('FILE_MACROS', 'a.docx'));
      });
    }
    it('are refused with a program inside', async () => {
      const bytes = aZip({ '[Content_Types].xml': single, ...body, 'word/embeddings/Cài đặt.EXE': 'MZ' });
      await assert.rejects(checkFile(bytes, 'a.docx', evidence), refusedWith('FILE_TYPE', 'a.docx'));
    });
    it('are refused as broken where the end is missing', async () => {
      const cut = docx.subarray(0, docx.length - 30);
      await assert.rejects(checkFile(cut, 'a.docx', evidence), refusedWith('FILE_BROKEN', 'a.docx'));
    });
  });

  describe('a PDF', () => {
    const behind = (junk: string | Buffer): Buffer => Buffer.concat([Buffer.from(junk), pdf]);
    for (const [what, bytes] of [
      ['after a line break', behind('\r\n')],
      ['after a mark of UTF-8', behind('\uFEFF')],
      ['after 1,000 bytes', behind(Buffer.alloc(1_000, 0x20))],
    ] as const)
      it(`is taken ${what}`, async () => assert.equal((await checkFile(bytes, 'a', evidence)).extension, 'pdf'));
    for (const [what, bytes, code] of [
      ['that begins too late', behind(Buffer.alloc(1_100, 0x20)), 'FILE_TYPE'],
      ['behind a program', Buffer.concat([exe.subarray(0, 200), pdf]), 'FILE_TYPE'],
      ['of ten bytes', Buffer.from('%PDF-1.4\nx'), 'FILE_BROKEN'],
      ['with a password', Buffer.concat([pdf, Buffer.from('trailer<</Root 1 0 R/Encrypt 5 0 R>>')]), 'FILE_PASSWORD'],
      [
        'with a password, in another spelling',
        Buffer.concat([pdf, Buffer.from('<</Encrypt<</V 4>>>>')]),
        'FILE_PASSWORD',
      ],
    ] as const)
      it(`is refused ${what}`, async () => {
        await assert.rejects(checkFile(bytes, 'a.pdf', evidence), refusedWith(code, 'a.pdf'));
      });
    it('that only speaks of encryption is taken', async () => {
      const bytes = Buffer.concat([pdf, Buffer.from('% /Encrypt and /EncryptMetadata true')]);
      assert.equal((await checkFile(bytes, 'a.pdf', evidence)).extension, 'pdf');
    });
  });

  describe('a kind that people know is named, with the way out', () => {
    const compound = (stream: string): Buffer =>
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(1_000),
        Buffer.from(`${stream}\0`, 'utf16le'),
      ]);
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(40)]);
    const mp4 = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom\0\0\0\0isommp42'), Buffer.alloc(40)]);
    const odt = aZip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' });
    for (const [name, bytes, words] of [
      ['IMG_0001.jpg', heic, /ảnh HEIC của điện thoại[\s\S]*JPG: trên iPhone/],
      ['báo cáo.docx', compound('WordDocument'), /Office đời cũ \(\.doc\)[\s\S]*lưu thành \.docx/],
      ['bảng.xlsx', compound('Workbook'), /Office đời cũ \(\.xls\)/],
      ['trình chiếu.pptx', compound('PowerPoint Document'), /Office đời cũ \(\.ppt\)/],
      ['tất cả.zip', aZip({ 'a.txt': 'x' }), /tệp nén \(\.zip\)[\s\S]*giải nén rồi gửi từng tệp/],
      ['phim.pdf', mp4, /tệp phim \(\.mp4\)[\s\S]*gửi đường dẫn/],
      ['báo cáo.odt', odt, /OpenDocument \(\.odt\)/],
      ['ảnh.png', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;'), /ảnh loại \.gif[\s\S]*JPG hoặc PNG/],
    ] as const) {
      it(name, async () => {
        await assert.rejects(checkFile(bytes, name, evidence), (error) => {
          refusedWith('FILE_KIND', name)(error);
          assert.match(texts('vi').t('errors.FILE_KIND', (error as CodedError).facts), words);
          return true;
        });
      });
    }
    it('a document with a password', async () => {
      const bytes = compound('EncryptedPackage');
      await assert.rejects(checkFile(bytes, 'a.docx', evidence), refusedWith('FILE_PASSWORD', 'a.docx'));
    });
  });

  it('refuses an empty file, whatever its name', async () => {
    await assert.rejects(checkFile(new Uint8Array(0), 'a.pdf', evidence), refusedWith('FILE_EMPTY', 'a.pdf'));
    await assert.rejects(checkFile(new Uint8Array(0), '', evidence), refusedWith('FILE_EMPTY', 'tep'));
  });

  it('never fails otherwise on a document that was cut off', async () => {
    for (const whole of [docx, png, jpg, pdf]) {
      for (let end = 1; end < whole.length; end++) {
        const outcome = await checkFile(whole.subarray(0, end), 'a', evidence).catch((error) => error);
        assert.ok('mediaType' in outcome || outcome instanceof CodedError, String(outcome));
      }
    }
  });

  it('takes plain text where the plan lists it, unless it is binary', async () => {
    const settings = { types: ['txt'] };
    const kind = await checkFile(Buffer.from('Ghi chú'), 'ghi chú.txt', settings);
    assert.deepEqual(kind, { name: 'ghi chú.txt', mediaType: 'text/plain', extension: 'txt' });
    for (const [name, bytes] of [
      ['a.txt', Buffer.from('a\0b')],
      ['a.txt', Buffer.from([0x61, 0xff, 0xfe])],
      ['a.csv', Buffer.from('a;b')],
    ] as const)
      await assert.rejects(checkFile(bytes, name, settings), refusedWith('FILE_TYPE', name));
  });

  it('reads the plan with or without dots and capitals', async () => {
    assert.equal((await checkFile(jpg, 'a.jpg', { types: ['.JPEG'] })).extension, 'jpg');
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
