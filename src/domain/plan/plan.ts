import { z } from 'zod';
import { planSettings } from './plan-settings.ts';
import { date, dated, id, monthDay, text, timeOfDay } from './shapes.ts';

const legalText = z.strictObject({
  id,
  kind: text,
  number: text,
  date: date.nullable(),
  issuer: text,
  /** Empty when the source does not give it; papers then cite number, date and issuer. */
  title: z.string(),
  /** null = not entered: the text counts as in force, its `note` says what to check. */
  effectiveFrom: date.nullable(),
  /** Last day in force. */
  effectiveTo: date.nullable(),
  /** Dossiers received from `effectiveFrom` on, whatever the date of the paper; by default the paper's own date counts. */
  appliesBy: z.literal('receipt').optional(),
  /** `plan`: the plan itself cites it; `papers`: printed among the grounds of submissions, minutes and decisions. */
  citedIn: z.array(z.enum(['plan', 'papers'])).min(1),
  /** What the office must check against the gazette before it signs; empty when nothing. */
  note: z.string(),
});

const planSection = z.strictObject({
  /** As printed; empty for what stands before the first and after the last. */
  numeral: z.string(),
  title: z.string(),
  /** Said beside the numeral when the source itself is odd there. */
  remark: z.string(),
  /** `head`: a heading within the section. */
  paragraphs: z.array(z.union([text, z.strictObject({ head: text })])).min(1),
});

const criterion = z.strictObject({
  id,
  /** As it stands in the plan's text. */
  text,
  /** Short name for lists and bars. */
  name: text,
  mayNotArise: z.boolean(),
  headsOnly: z.boolean(),
  /** R-number of the requirement. */
  source: text,
});

export const milestoneIds = [
  'departmentMeeting',
  'supplement',
  'qualityRating',
  'council',
  'councilReport',
  'proposedList',
  'decision',
  'toSo',
  'ceremony',
  'payment',
  'filing',
] as const;
/** By role; `head` is every head of a department with something left to do for it. */
export const milestoneOwners = ['head', 'office', 'councilSecretary', 'director'] as const;

const milestone = z.strictObject({
  id: z.enum(milestoneIds),
  /** Day of the round's year (or the next, when `yearAfter`); null = the plan gives none and the office sets it. */
  on: monthDay.nullable(),
  yearAfter: z.boolean(),
  owner: z.enum(milestoneOwners),
});

const quota = z.strictObject({
  level: id,
  candidate: z.enum(['person', 'department']),
  /** null = not entered: no limit is applied and the papers say so. */
  limit: z
    .union(
      [
        z.strictObject({ count: z.int().min(0) }),
        z.strictObject({ percent: z.int().min(0).max(100), rounding: z.enum(['up', 'down', 'nearest']) }),
      ],
      'takes { count: 5 }, { percent: 20, rounding: up | down | nearest } or null',
    )
    .nullable(),
  source: text,
});

export const planSchema = z.strictObject({
  id,
  /** Shown in every message that names the campaign. */
  title: text,
  shortTitle: text,
  zone: text,
  unit: z.strictObject({
    id,
    name: text,
    shortName: text,
    symbol: text,
    /** Of the council's own papers; absent = not entered. */
    councilSymbol: z.string().optional(),
    place: text,
    office: text,
    council: text,
    youthUnion: text,
  }),
  parent: dated(z.strictObject({ name: text, shortName: text, headTitle: text })),
  document: z.strictObject({
    /** Without the symbol. Blank in the source (R-001, R-002): asked before the launch. */
    number: z.string().nullable(),
    issuedOn: date.nullable(),
    symbol: text,
    signatory: z.strictObject({ title: text, name: text }),
    recipients: z.array(text),
    filing: text,
    note: z.string(),
  }),
  /** What the launch proposes in the sample centre, marked as samples; the bot refuses to start with them anywhere else. */
  samples: z.strictObject({ number: text, issuedOn: date }).optional(),
  period: z.strictObject({ firstYear: z.int(), end: date }),
  stages: z
    .array(z.strictObject({ id, name: text, fromYear: z.int(), toYear: z.int(), review: text, reviewYear: z.int() }))
    .min(1),
  /** The plan as issued, word for word: its own sections, numerals and order. Everything else in the file is ours. */
  text: z.array(planSection).min(1),
  legalBasis: z.array(legalText),
  movements: z.array(z.strictObject({ name: text, fromYear: z.int(), toYear: z.int() })),
  yearlyThemes: z.array(z.strictObject({ year: z.int(), theme: text })),
  levels: z
    .array(z.strictObject({ id, name: text, award: text, authority: dated(text), periodicity: z.string() }))
    .min(1),
  criteria: z.strictObject({
    department: z.array(criterion).min(1),
    person: z.array(criterion).min(1),
    adhoc: z.array(criterion).min(1),
  }),
  quotas: z.array(quota),
  dossier: z.strictObject({
    parts: z
      .array(
        z.strictObject({
          id: z.enum(['submission', 'list', 'minutes', 'achievementReport', 'evidence']),
          text,
          preparedBy: z.enum(['candidate', 'office', 'council']),
          required: z.boolean(),
        }),
      )
      .min(1),
    note: z.string(),
  }),
  calendar: z.strictObject({
    /** Last day on which a dossier may be sent: "trước ngày 01/12" = to the end of 30/11 (R-079…R-081). */
    lastDay: monthDay,
    rounds: z
      .array(
        z.strictObject({
          kind: z.enum(['annual', 'preliminary', 'final']),
          fromYear: z.int(),
          toYear: z.int(),
          /** `{year}` stands for the round's year. */
          name: text,
          /** Proposed to the office; a round opens only when the office opens it. */
          opensOn: monthDay,
        }),
      )
      .min(1),
    milestones: z.array(milestone),
    officeHours: z.strictObject({ from: timeOfDay, to: timeOfDay }),
    holidays: z.array(z.strictObject({ on: date, name: text })),
    reminders: z.strictObject({
      staffDaysBefore: z.array(z.int().min(0)),
      headDaysBefore: z.array(z.int().min(0)),
      /** Working days before a milestone's date on which its owner is reminded; 0 = on the day itself. */
      milestoneDaysBefore: z.array(z.int().min(0)),
      /** Working days after a milestone's date from which the head of the office and the director are told that it is not done. */
      escalateAfterWorkingDays: z.int().min(1),
      at: timeOfDay,
      digestAt: timeOfDay,
      digestWeekday: z.int().min(1).max(7),
    }),
  }),
  /** Names on the cards of who reads English, by kind of round and by id; what is missing is said in Vietnamese. */
  english: z
    .strictObject({
      rounds: z.partialRecord(z.enum(['annual', 'preliminary', 'final']), text),
      levels: z.record(id, text),
      /** What is given at a level. */
      awards: z.record(id, text).optional(),
      stages: z.record(id, z.strictObject({ name: text, review: text })).optional(),
      criteria: z.record(id, text),
    })
    .optional(),
  /** What the plan leaves open (facts: quorum, ballots, forms, money): every value is the unit's to set. */
  settings: planSettings,
  /** Values that take the place of those above from a day on, by the settings that an office sets in chat (`domain/settings`). */
  changes: z.array(z.strictObject({ setting: text, from: date, value: z.json(), source: z.string() })).optional(),
});

/** One campaign as data: `plans/*.yaml`. Editing the file is how another unit adopts the bot (R-017). */
export type Plan = z.infer<typeof planSchema>;
export type Criterion = Plan['criteria']['person'][number];
