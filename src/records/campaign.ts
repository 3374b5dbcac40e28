import { z } from 'zod';
import { withMilestoneDays, withText } from '../domain/plan/earlier-shapes.ts';
import { planSchema } from '../domain/plan/plan.ts';
import { act, day, instant } from './fields.ts';
import { defineRecord, indexed, type Where } from './record.ts';

const planDoc = z.strictObject({ version: z.string(), plan: planSchema });
/** A stored plan in another shape. */
const reshaped = (doc: unknown, reshape: (plan: unknown) => unknown): unknown => {
  const { plan, ...rest } = doc as { plan: unknown };
  return { ...rest, plan: reshape(plan) };
};
/** A plan as adopted; rounds point at the version they were opened under. A setting that an older plan lacks gets the first plan's value. */
export const planRecord = defineRecord<z.infer<typeof planDoc>>({
  type: 'plan',
  v: 4,
  schema: planDoc,
  upcasts: {
    1: (doc) => reshaped(doc, withMilestoneDays),
    2: (doc) => reshaped(doc, withText),
    // It may have values by the day.
    3: (doc) => doc,
  },
});
export const planRecordId = (version: string): string => `plan:${version}`;

const campaign = z.strictObject({
  planId: z.string(),
  /** Number and date of issue, blank in the source and given by the office at the launch. */
  number: z.string(),
  issuedOn: day,
  launched: act,
  /** The spread that carries the launch to everyone; it names this launch when a cancelled one was followed by another. */
  spreadId: z.string(),
  /** Set when the office took the launch back. */
  cancelled: act.nullable(),
  /** The round that opened along with it; null = none did. */
  round: z.string().nullable(),
});
export type Campaign = z.infer<typeof campaign>;
export const campaignRecord = defineRecord<Campaign>({
  isOften: true,
  type: 'campaign',
  v: 2,
  schema: campaign,
  upcasts: { 1: (c) => ({ ...(c as object), round: null }) },
});
export const campaignId = (planId: string): string => `campaign:${planId}`;

const receipt = z.strictObject({
  cause: z.string(),
  /** The launch it was given for: a campaign that was cancelled may be launched again. */
  launch: z.string(),
  person: z.string(),
  /** The person's department when it was given. */
  department: z.string(),
  at: instant,
});
/** "I have read it". */
export const receiptRecord = defineRecord<z.infer<typeof receipt>>({
  type: 'receipt',
  v: 2,
  schema: receipt,
  upcasts: { 1: (r) => ({ launch: '', department: '', ...(r as object) }) },
  index: (r) =>
    indexed(receiptBy.cause(r.cause), receiptBy.launch(r.launch), receiptBy.launchIn(r.launch, r.department)),
});
export const receiptId = (cause: string, person: string): string => `receipt:${cause}:${person}`;
export const receiptBy = {
  cause: (cause: string): Where => ({ field: 'cause', equals: cause }),
  launch: (spread: string): Where => ({ field: 'launch', equals: spread }),
  launchIn: (spread: string, departmentId: string): Where => ({
    field: 'launchIn',
    equals: `${spread}:${departmentId}`,
  }),
};
