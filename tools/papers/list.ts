import { above, body, centred, letterhead, line, paper, signature, table, title } from './kit.ts';

const rows = (over: string, name: string) =>
  table(over, [
    { head: 'TT', width: 10, cell: '{n}', isCentred: true },
    { head: name, width: 50, cell: '{name}' },
    { head: 'Chức vụ, đơn vị', width: 52, cell: '{position}' },
    { head: 'Tóm tắt thành tích', width: 72, cell: '{summary}' },
    { head: 'Phiếu, tỷ lệ', width: 36, cell: '{votes}', isCentred: true },
    { head: 'Cấp đề nghị', width: 32, cell: '{level}' },
  ]);

/** Whom the council proposes, with the submission (an annex, across). */
export const list = paper(
  [
    letterhead({ above: '{parentName}', issuer: '{unitName}', number: '', placed: '', isWide: true }),
    ...title('DANH SÁCH', ['{about}'], true),
    centred('(Kèm theo {carrier})', { italics: true, spacing: { before: 60, after: 120 } }),
    line('{#hasCollectives}'),
    above('A. TẬP THỂ'),
    rows('collectives', 'Tên tập thể'),
    line('{/hasCollectives}'),
    line('{#hasPeople}'),
    above('B. CÁ NHÂN'),
    rows('people', 'Họ và tên'),
    line('{/hasPeople}'),
    body('**Tổng số: {counts}./.**'),
    signature([], ['{signsFirst}', '{signsSecond}'], '{signerName}', true),
  ],
  true,
);
