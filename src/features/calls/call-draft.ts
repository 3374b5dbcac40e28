import { z } from 'zod';

const typed = z.string().default('');

/** A call as it is being written: what the form holds, from the first look to the confirmation. */
export const callDraft = z.strictObject({
  /** Minted by the server with the form; the call's id derives from it. */
  formId: typed,
  title: typed,
  text: typed,
  place: typed,
  date: typed,
  time: typed,
  answerBy: typed,
  organisation: typed,
});
export type CallDraftForm = z.infer<typeof callDraft>;
