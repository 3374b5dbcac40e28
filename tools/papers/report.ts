import { AlignmentType } from 'docx';
import { body, centred, columns, heading, letterhead, line, paper, signed, table, title } from './kit.ts';

/** The achievement report of a candidate (facts §1.5, §9): this movement first, by criterion, with the numbers of the evidence. */
export const report = paper([
  line('{formLabel}', { size: 12, italics: true, alignment: AlignmentType.RIGHT }),
  letterhead({ above: '{unitName}', issuer: '{departmentName}', number: '', placed: '{placeAndDate}' }),
  ...title('BÁO CÁO THÀNH TÍCH', [
    'ĐỀ NGHỊ TẶNG {award}',
    '(Về thành tích xuất sắc trong {movementShort}, {roundName})',
  ]),
  line(''),
  body('{about}'),
  heading('I. {#isPerson}SƠ LƯỢC LÝ LỊCH{/isPerson}{^isPerson}SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH{/isPerson}'),
  line('{#isPerson}'),
  body('- Họ và tên: {name}; giới tính: {gender}.'),
  body('- Ngày, tháng, năm sinh: {born}.'),
  body('- Quê quán: {home}.'),
  body('- Trình độ chuyên môn: {qualification}.'),
  body('- Chức vụ, đơn vị công tác: {position}.'),
  line('{/isPerson}'),
  line('{^isPerson}'),
  body('- Tên tập thể: {name}.'),
  body('- Số viên chức, người lao động: {headcount}.'),
  body('- Chức năng, nhiệm vụ được giao: {functions}.'),
  line('{/isPerson}'),
  heading('II. THÀNH TÍCH ĐẠT ĐƯỢC'),
  body('{movement}'),
  line('{#criteria}'),
  body('**{n}. {criterion}** (tự đánh giá: {rating})', { keepNext: true }),
  body('{said}'),
  line('{#hasEvidence}'),
  body('Minh chứng số: {evidence}.', { italics: true }),
  line('{/hasEvidence}'),
  line('{/criteria}'),
  heading('III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG'),
  body('{earlier}'),
  line('{#hasPieces}'),
  body('**Danh mục minh chứng**', { keepNext: true }),
  table('pieces', [
    { head: 'Số', width: 15, cell: '{n}', isCentred: true },
    { head: 'Minh chứng', width: 110, cell: '{name}' },
    { head: 'Tiêu chuẩn', width: 40, cell: '{criterion}', isCentred: true },
  ]),
  line('{/hasPieces}'),
  columns(
    [82, 83],
    [
      [
        signed(['XÁC NHẬN CỦA {unitCaps}', '{signsFirst}', '{signsSecond}'], '{signerName}'),
        signed(['{reporterTitle}'], '{reporterName}'),
      ],
    ],
  ),
  centred('', { size: 2 }),
  line('Mã hồ sơ: {code}', { size: 11, italics: true }),
]);
