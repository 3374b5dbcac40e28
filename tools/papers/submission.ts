import { body, centred, grounds, letterhead, line, paper, signature, title } from './kit.ts';

/** To the parent department (form 1.4): whom it is asked to commend. */
export const submission = paper([
  letterhead({
    above: '{parentName}',
    issuer: '{unitName}',
    number: 'Số: {number}',
    placed: '{placeAndDate}',
  }),
  ...title('TỜ TRÌNH', ['Về việc đề nghị khen thưởng trong {movementShort}', '{roundName}']),
  centred('Kính gửi: {addressee}.', { spacing: { before: 240, after: 120 } }),
  line('{#grounds}'),
  grounds('{text}'),
  line('{/grounds}'),
  body('{process}'),
  line('{#asked}'),
  body('{text}'),
  line('{/asked}'),
  body(
    '{unitShort} cam kết: các tập thể, cá nhân được đề nghị không trong thời gian xem xét kỷ luật, điều tra, thanh tra, kiểm tra khi có dấu hiệu vi phạm; không có khiếu nại, tố cáo đang được xác minh; không có hành vi tiêu cực, tham nhũng do báo chí nêu đang được xác minh.',
  ),
  body('Hồ sơ kèm theo (01 bộ) gồm:'),
  line('{#contents}'),
  body('{text}'),
  line('{/contents}'),
  body('Kính trình {addressee} xem xét, quyết định./.'),
  signature(
    ['- Như trên;', '- Lãnh đạo {unitShort};', '- Lưu: VT, {officeShort}.'],
    ['{signsFirst}', '{signsSecond}'],
    '{signerName}',
  ),
]);
