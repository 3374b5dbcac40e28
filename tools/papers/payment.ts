import { body, centred, letterhead, line, paper, signature, table, title } from './kit.ts';

/** Who is paid which bonus by a decision of the unit, and signs for it. */
export const payment = paper([
  letterhead({ above: '{parentName}', issuer: '{unitName}', number: '', placed: '{placeAndDate}' }),
  ...title('DANH SÁCH', ['Chi tiền thưởng kèm theo {award}']),
  centred('(Theo Quyết định số {number} {issuedOn})', { italics: true, spacing: { before: 60, after: 120 } }),
  table(
    'rows',
    [
      { head: 'TT', width: 10, cell: '{n}', isCentred: true },
      { head: 'Tập thể, cá nhân', width: 48, cell: '{name}' },
      { head: 'Chức vụ, đơn vị', width: 50, cell: '{position}' },
      { head: 'Số tiền (đồng)', width: 27, cell: '{amount}', isCentred: true },
      { head: 'Ký nhận', width: 30, cell: '' },
    ],
    'Tổng cộng: {sum} đồng',
  ),
  body('Bằng chữ: {sumInWords} đồng, chi từ {source}.'),
  signature(['- Kế toán;', '- Lưu: VT, {officeShort}.'], ['{signsFirst}', '{signsSecond}'], '{signerName}'),
  line(''),
]);
