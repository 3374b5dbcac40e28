import { body, centred, grounds, letterhead, line, paper, signature, table, title } from './kit.ts';

/** Decision of the unit's head (form 1.2). Up to five names stand in the text, more in the list behind it. */
export const decision = paper([
  letterhead({
    above: '{parentName}',
    issuer: '{unitName}',
    number: 'Số: {number}',
    placed: '{placeAndDate}',
  }),
  ...title('QUYẾT ĐỊNH', [
    'Về việc tặng {award} cho tập thể, cá nhân có thành tích xuất sắc',
    'trong {movementShort} ({roundName})',
  ]),
  centred('{authority}', { bold: true, caps: true, spacing: { before: 240, after: 120 } }),
  line('{#grounds}'),
  grounds('{text}'),
  line('{/grounds}'),
  centred('QUYẾT ĐỊNH:', { bold: true, spacing: { before: 120, after: 0 } }),
  body('**Điều 1.** Tặng {award} cho {counts} đã có thành tích xuất sắc trong {movement}{listed}'),
  line('{#named}'),
  body('{text}'),
  line('{/named}'),
  line('{#hasBonus}'),
  body('**Điều 2.** Tiền thưởng kèm theo {award}:'),
  line('{#bonus}'),
  body('{text}'),
  line('{/bonus}'),
  body('Tổng số tiền: {sum} đồng (bằng chữ: {sumInWords} đồng), chi từ {source}.'),
  line('{/hasBonus}'),
  body(
    '**Điều {last}.** Quyết định này có hiệu lực từ ngày ký. {executors} và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.',
  ),
  signature(
    ['- Như Điều {last};', '- Lãnh đạo {unitShort};', '- Lưu: VT, {officeShort}.'],
    ['{signsFirst}', '{signsSecond}'],
    '{signerName}',
  ),
  line('{#hasList}'),
  centred('DANH SÁCH', { bold: true, pageBreakBefore: true }),
  centred('(Kèm theo Quyết định số {number} {issuedOn})', { italics: true, spacing: { before: 0, after: 120 } }),
  table('rows', [
    { head: 'TT', width: 12, cell: '{n}', isCentred: true },
    { head: 'Tập thể, cá nhân', width: 63, cell: '{name}' },
    { head: 'Chức vụ, đơn vị', width: 60, cell: '{position}' },
    { head: 'Tiền thưởng (đồng)', width: 30, cell: '{amount}', isCentred: true },
  ]),
  line('{/hasList}'),
]);
