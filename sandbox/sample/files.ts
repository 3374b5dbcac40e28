import { crc32, deflateSync } from 'node:zlib';

/** Files that a visitor can attach with one click: two good ones and three that a careful bot refuses. */
export type SampleFile = { name: string; hint: { vi: string; en: string }; bytes: () => Buffer };

export const sampleFiles: readonly SampleFile[] = [
  { name: 'báo-cáo.pdf', hint: { vi: 'Tệp PDF hợp lệ', en: 'A valid PDF' }, bytes: smallPdf },
  { name: 'ảnh.png', hint: { vi: 'Ảnh PNG hợp lệ', en: 'A valid PNG picture' }, bytes: smallPng },
  {
    name: 'tệp-rỗng.pdf',
    hint: { vi: 'Tệp rỗng, 0 byte', en: 'An empty file, 0 bytes' },
    bytes: () => Buffer.alloc(0),
  },
  {
    name: 'chương-trình.pdf',
    hint: { vi: 'Chương trình đổi đuôi thành PDF', en: 'A program renamed to PDF' },
    bytes: () => Buffer.concat([Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1'), Buffer.alloc(1016)]),
  },
  {
    name: 'tài-liệu-30MB.pdf',
    hint: { vi: 'Tệp quá lớn, 30 MB', en: 'Too large, 30 MB' },
    bytes: () => Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(30 * 1024 * 1024, 0x20)]),
  },
];

function smallPdf(): Buffer {
  const text = 'BT /F1 18 Tf 72 770 Td (Bao cao ket qua thuc hien nhiem vu) Tj ET';
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${text.length}>>\nstream\n${text}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const start = body.length;
  body += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(body, 'latin1');
}

const side = 96;

/** A red field with a yellow disc. */
function smallPng(): Buffer {
  const rows = Array.from({ length: side }, (_, y) => {
    const pixels = Array.from({ length: side }, (_, x) =>
      Math.hypot(x - side / 2, y - side / 2) < side / 4 ? [255, 205, 0] : [200, 30, 45],
    );
    return [0, ...pixels.flat()];
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.from(rows.flat()));
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', data),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body) >>> 0, 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
