import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CodedError } from '../../../src/domain/errors.ts';
import { checkEvidenceFile } from '../../../src/features/nomination/file-kind.ts';
import type { Bytes } from '../../../src/ports/files.ts';
import { aZip } from '../../support/a-zip.ts';
import { khanhHoaPlan } from '../../support/khanh-hoa-plan.ts';
import { lying } from '../../support/memory-files.ts';

const megabyte = 1024 * 1024;
const { evidence } = khanhHoaPlan.settings;
const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const types = `<Types><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`;
const body = ['word/document.xml', '<x/>'] as const;

/** What a look at the file asked its disk for. */
function watched(bytes: Uint8Array) {
  const asked = { most: 0, all: 0, looks: 0 };
  const file: Bytes = {
    ...lying(bytes),
    at: async (offset, length) => {
      const part = bytes.subarray(offset, offset + Math.max(0, length));
      asked.most = Math.max(asked.most, part.byteLength);
      asked.all += part.byteLength;
      asked.looks += 1;
      return part;
    },
  };
  return { file, asked };
}
async function outcome(file: Bytes, name = 'a.docx'): Promise<string> {
  try {
    return (await checkEvidenceFile(file, name, evidence)).extension;
  } catch (error) {
    assert.ok(error instanceof CodedError, String(error));
    return error.code;
  }
}

describe('a file that was made to hurt', () => {
  const filler = Buffer.alloc(19 * megabyte, 'x');
  const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), filler, Buffer.from('Book\0', 'utf16le')]);
  for (const [what, bytes, name, expected] of [
    [
      'a document of 19 MB',
      aZip([['word/media/1.png', filler], ['[Content_Types].xml', types], body]),
      'a.docx',
      'docx',
    ],
    ['a PDF of 19 MB', Buffer.concat([Buffer.from('%PDF-1.7\n'), filler, Buffer.from('%%EOF')]), 'a.pdf', 'pdf'],
    [
      'a PDF that names encryption a million times',
      Buffer.from(`%PDF-%%EOF${'/Encrypt  '.repeat(2 * megabyte)}`),
      'a.pdf',
      'pdf',
    ],
    ['an old document of 19 MB', compound, 'a.doc', 'FILE_KIND'],
    ['text of 19 MB', filler, 'a.txt', 'FILE_TYPE'],
  ] as const) {
    it(`is looked at a part at a time, and once: ${what}`, async () => {
      const { file, asked } = watched(bytes);
      assert.equal(await outcome(file, name), expected);
      assert.ok(asked.most <= 300 * 1024, `${asked.most} bytes at a time`);
      assert.ok(asked.all <= bytes.byteLength * 1.05 + 2 * megabyte, `${asked.all} bytes in all`);
    });
  }

  it('has its 65,535 entries read in a few looks, and the last one counts', async () => {
    const many = Array.from({ length: 65_533 }, (_, i) => [`word/media/${i}.png`, ''] as const);
    const { file, asked } = watched(aZip([...many, ['[Content_Types].xml', types], body]));
    assert.equal(await outcome(file), 'docx');
    assert.ok(asked.looks < 60 && asked.most <= 300 * 1024, JSON.stringify(asked));
    const worst = aZip([...many, ['[Content_Types].xml', types], ['word/vbaProject.bin', 'x']]);
    assert.equal(await outcome(lying(worst)), 'FILE_MACROS');
  }).timeout(20_000);

  it('is not unpacked when it is a bomb, by its own word or against it', async () => {
    const bomb = aZip([['[Content_Types].xml', `${types}${' '.repeat(50 * megabyte)}`], body], { isPacked: true });
    assert.ok(bomb.length < megabyte);
    const { file, asked } = watched(bomb);
    assert.equal(await outcome(file), 'FILE_BROKEN');
    assert.ok(asked.all < megabyte);
    // It says that it is small.
    const lies = Buffer.from(bomb);
    for (const signature of ['PK\x01\x02', 'PK\x03\x04']) {
      const at = lies.indexOf(signature, 0, 'latin1');
      lies.writeUInt32LE(100, at + (signature === 'PK\x01\x02' ? 24 : 22));
    }
    assert.equal(await outcome(lying(lies)), 'FILE_BROKEN');
  });

  it('does not show one list of its parts to us and another to Office', async () => {
    const macros = types.replace('wordprocessingml.document', 'macroEnabled');
    for (const said of [
      [types, macros],
      [macros, types],
      [types, types],
    ] as const) {
      const twice = [['[Content_Types].xml', said[0]], body, ['[CONTENT_TYPES].XML', said[1]]] as const;
      assert.equal(await outcome(lying(aZip(twice))), 'FILE_BROKEN');
    }
  });

  it('says what it is also where its figures stand as in archives above 4 GB', async () => {
    const entries = [['[Content_Types].xml', types], body] as const;
    for (const isPacked of [true, false])
      assert.equal(await outcome(lying(aZip(entries, { isLarge: true, isPacked }))), 'docx');
    assert.equal(
      await outcome(lying(aZip([...entries, ['word/vbaProject.bin', 'x']], { isLarge: true }))),
      'FILE_MACROS',
    );
  });

  it('whatever it says of itself is a document, or refused in words, and no more of it is asked for than there is', async () => {
    const whole = [
      aZip([['[Content_Types].xml', types], body, ['word/media/1.png', 'x'.repeat(500)]], { isPacked: true }),
      aZip([['[Content_Types].xml', types], body], { isLarge: true }),
      Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer<</Root 1 0 R>>\nstartxref\n%%EOF'),
      compound.subarray(0, 2_000),
    ];
    const change = fc.record({ at: fc.nat(), byte: fc.constantFrom(0, 1, 0x50, 0x7f, 0x80, 0xff), count: fc.nat(8) });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...whole),
        fc.array(change, { maxLength: 6 }),
        fc.nat(),
        async (good, changes, cut) => {
          const bytes = Buffer.from(good);
          // Most of what can be lied about stands at the end.
          for (const { at, byte, count } of changes) {
            const end = bytes.length - (at % Math.min(300, bytes.length));
            bytes.fill(byte, Math.max(0, end - count), end);
          }
          const { file, asked } = watched(cut % 3 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes);
          await outcome(file);
          assert.ok(asked.looks < 200 && asked.most <= 300 * 1024);
        },
      ),
      { numRuns: 500 },
    );
  }).timeout(20_000);
});
