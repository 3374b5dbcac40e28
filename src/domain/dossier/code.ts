const prefixOf = (round: string): string => {
  const [kind = '', year = ''] = round.split('-');
  return `${kind.charAt(0)}${year}`.toUpperCase();
};

/** The reference people quote and read over the phone ("Hồ sơ A2026-014"): unique in a unit, stable, says nothing about the person. */
export const dossierCode = (round: string, no: number): string => `${prefixOf(round)}-${String(no).padStart(3, '0')}`;

/** The reference that earlier releases gave ("A2026-7K3QZ9VB"): it stands on their messages and papers, so the office still finds by it. */
export const formerCode = (round: string, candidateId: string): string =>
  `${prefixOf(round)}-${candidateId.replace(/^[a-z]+:/, '').slice(-8)}`.toUpperCase();
