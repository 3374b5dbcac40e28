import { tidy } from '../../../domain/text/vietnamese.ts';

/** A serial number as tables have it: 7, (7), 7., IV, A. */
const serial = /^\(?(?:\d{1,5}|[ivxlc]{1,6}|[a-zđ])\)?[.):]?$/iu;
/** The same before a heading. */
const leadingSerial = /^(?:\d{1,3}|[ivxlc]{1,6}|[a-zđ])\s*[.):–-]\s*/iu;
/** How many people follow. */
const count = /\s*[(:]\s*\d+\s*(?:người|viên chức|nhân sự|đồng chí|đ\/c)?\s*\)?$/iu;
/** By its tones, or the surnames Bàn and Tô would be departments. */
const department = /^(?:phòng|ban|tổ|đội|khối|khoa|trạm|bộ phận|chi nhánh|văn phòng|trung tâm|lãnh đạo)(?=\s)/u;

/** A row that numbers the columns, or holds a serial number and no person. */
export const isNumbering = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell === '' || serial.test(cell));

/** What stands alone in its row, but for a serial number before it. */
export function aloneIn(cells: readonly string[]): { readonly text: string; readonly at: number } | undefined {
  const filled = cells.flatMap((text, at) => (text === '' ? [] : [{ text, at }]));
  const rest = filled.length === 2 && serial.test(filled[0]?.text ?? '') ? filled.slice(1) : filled;
  return rest.length === 1 ? rest[0] : undefined;
}

/** "II. Phòng Tư vấn (12 người)" → "Phòng Tư vấn"; undefined when it is no department's name. */
export function departmentNamed(text: string): string | undefined {
  const name = tidy(text).replace(leadingSerial, '').replace(count, '');
  return department.test(name.toLocaleLowerCase('vi')) ? name : undefined;
}
