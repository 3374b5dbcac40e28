/** A department's deliberation meeting (họp bình xét) as it was typed. */
export interface MeetingFacts {
  /** `yyyy-MM-dd` in the plan's zone; undefined when what was typed is no date. */
  readonly heldOn: string | undefined;
  /** Undefined when what was typed is no whole number. */
  readonly present: number | undefined;
  readonly total: number | undefined;
  readonly chair: string;
  readonly secretary: string;
}

/** What cannot be recorded as it stands, first thing first; undefined when nothing stands against it. @param today `yyyy-MM-dd` */
export function meetingProblem(meeting: MeetingFacts, today: string): string | undefined {
  const { heldOn, present, total } = meeting;
  if (heldOn === undefined) return 'MEETING_DATE';
  if (heldOn > today) return 'MEETING_IN_FUTURE';
  if (present === undefined || total === undefined || present < 1) return 'MEETING_COUNT';
  if (present > total) return 'MEETING_TOO_MANY';
  if (meeting.chair === '' || meeting.secretary === '') return 'MEETING_OFFICERS';
  return undefined;
}
