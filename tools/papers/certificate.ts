import { centred, columns, letterhead, line, paper, signed } from './kit.ts';

/** One page a certificate, whole, across (facts §9); for bought blanks an office has a template of its own with the text alone. */
export const certificate = paper(
  [
    line('{#pages}'),
    letterhead({ above: '{parentName}', issuer: '{unitName}', number: '', placed: '', isWide: true }),
    centred('{authority}', { bold: true, caps: true, size: 18, spacing: { before: 480, after: 0 } }),
    centred('TẶNG', { size: 16, spacing: { before: 240, after: 0 } }),
    centred('{award}', { bold: true, caps: true, size: 40, spacing: { before: 120, after: 120 } }),
    centred('{name}', { bold: true, size: 24, spacing: { before: 240, after: 0 } }),
    centred('{position}', { size: 16, spacing: { before: 60, after: 0 } }),
    centred('{reason}', { size: 16, spacing: { before: 240, after: 240 } }),
    columns(
      [126, 126],
      [
        [
          [
            line('Quyết định số {number} {issuedOn}', { size: 13, italics: true }),
            line('Số sổ vàng: {register}', { size: 13, italics: true }),
          ],
          [
            centred('{placeAndDate}', { size: 13, italics: true }),
            ...signed(['{signsFirst}', '{signsSecond}'], '{signerName}'),
          ],
        ],
      ],
    ),
    line('{^isLast}'),
    line('', { pageBreakBefore: true, size: 2 }),
    line('{/isLast}'),
    line('{/pages}'),
  ],
  true,
);
