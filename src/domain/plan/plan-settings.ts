import { z } from 'zod';
import { dated, text } from './shapes.ts';

/** What an office settles for itself beside the plan's words; a value that may be absent is one that is not entered. */
export const planSettings = z.strictObject({
  rating: z.array(z.enum(['met', 'notMet', 'notArisen'])).min(2),
  departmentMeeting: z.enum(['required', 'recorded', 'off']),
  headOpinionWorkingDays: z.int().min(1),
  supplementWorkingDays: z.int().min(1),
  proposedListWorkingDays: z.int().min(0),
  officeIsEligible: z.boolean(),
  headGateCovers: z.enum(['heads', 'headsAndDeputies', 'none']),
  council: z.strictObject({
    quorum: z.strictObject({ numerator: z.int().min(1), denominator: z.int().min(1) }),
    passPercent: z.int().min(50).max(100),
    /** 50 means "more than half", any other figure "at least". */
    passOf: z.enum(['total', 'present']),
    ballot: z.enum(['show', 'secret']),
    ownCase: z.enum(['abstains', 'votes']),
    writtenOpinions: z.boolean(),
  }),
  formLabel: dated(z.string()),
  /** Of achievements of a sudden (đột xuất); absent = not entered. */
  formLabelAdhoc: dated(z.string()).optional(),
  bonus: z.strictObject({
    /** Tenths of the base salary; `roundUpTo` and the salary in đồng. */
    rates: dated(
      z.strictObject({
        personTenths: z.int().min(0),
        departmentTenths: z.int().min(0),
        roundUpTo: z.int().min(1),
      }),
    ),
    baseSalary: dated(z.int().min(1)),
  }),
  evidence: z.strictObject({ maxBytes: z.int().min(1), maxFiles: z.int().min(1), types: z.array(text).min(1) }),
  originalsBy: z.string(),
  /** How messages speak to whoever holds no post; absent = by the roster's gender. */
  addressing: z.enum(['gender', 'neutral', 'comrade']).optional(),
  /** In whose name the papers of the unit are signed (Decree 30/2020): the head; Q., KT., TL., TUQ. and the post of whoever signs; absent = not entered. */
  signing: dated(
    z.strictObject({ mode: z.enum(['self', 'acting', 'deputy', 'order', 'authorised']), title: z.string() }),
  ).optional(),
  /** For how many whole years the dossiers of a round are kept, from the year after it; null or absent = no period is set, nothing is destroyed. */
  retention: z.strictObject({ dossierYears: z.int().min(1).max(100).nullable(), source: z.string() }).optional(),
});
