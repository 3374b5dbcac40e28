import { z } from 'zod';
import { pageName } from '../../pipeline/page-name.ts';

/** What is typed of an assignment, as it was typed; and who it is for, once they were found. */
export const draftFields = {
  formId: z.string().regex(/^[0-9A-Za-z]{6,40}$/),
  post: z.string().max(200).default(''),
  name: z.string().max(200).default(''),
  person: z.string().max(80).default(''),
  from: z.string().max(40).default(''),
  until: z.string().max(40).default(''),
  number: z.string().max(200).default(''),
  issuedOn: z.string().max(40).default(''),
};
const draft = z.strictObject(draftFields);
export type Draft = z.infer<typeof draft>;

export const pageParam = z.string().max(6).default('0');

export const delegationShow = pageName('delegation.show', z.strictObject({ page: pageParam }));
export const delegationForm = pageName('delegation.form', draft.extend({ formId: z.string().default('') }));
export const delegationPick = pageName('delegation.pick', draft);
export const delegationConfirm = pageName('delegation.confirm', draft);
export const delegationEnd = pageName('delegation.end', z.strictObject({ assignment: z.string() }));
/** Told to whoever it concerns; once it was ended there is nothing left to tell. */
export const delegationWord = pageName('delegation.word', z.strictObject({ assignment: z.string() }));
export const delegationEnded = pageName(
  'delegation.ended',
  z.strictObject({ post: z.string(), department: z.string(), of: z.string(), to: z.string() }),
);
