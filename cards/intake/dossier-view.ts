/** Of one dossier, on its own card and on the forms about it. */
export interface DossierView {
  readonly nomination: string;
  /** The revision that the card shows. */
  readonly rev: number;
  readonly name: string;
  readonly departmentName: string;
}

/** A list of dossiers of a round, or what is said when it is empty. */
export interface ListView {
  readonly round: string;
  readonly roundName: string;
  readonly isEmpty: boolean;
  readonly empty: string;
}
