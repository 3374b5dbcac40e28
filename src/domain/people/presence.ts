/** The part of a person's record that says whether they are there; dates are `yyyy-MM-dd`. */
export interface Attendance {
  readonly status: 'active' | 'onLeave' | 'left';
  /** First day of the status; null = already. */
  readonly statusFrom: string | null;
  /** Last day of the leave; null = open. */
  readonly statusTo: string | null;
  /** Last day of employment; null = open. */
  readonly endDate: string | null;
}

/** Whether the person is at work, on leave (nghỉ chế độ) or gone on the day `yyyy-MM-dd`. */
export function presenceOn(person: Attendance, date: string): Attendance['status'] {
  if (person.endDate !== null && person.endDate < date) return 'left';
  const begun = person.statusFrom === null || person.statusFrom <= date;
  const over = person.status === 'onLeave' && person.statusTo !== null && person.statusTo < date;
  return begun && !over ? person.status : 'active';
}
