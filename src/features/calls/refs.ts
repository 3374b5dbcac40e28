import { z } from 'zod';
import { pageName } from '../../pipeline/page-name.ts';

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

const byId = z.strictObject({ call: z.string() });

export const callsPreview = pageName('calls.preview', callDraft);
export const callsInvite = pageName('calls.invite', byId.extend({ person: z.string().optional() }));
export const callsChannel = pageName('calls.channel', byId);
/** What one reader of the channel sees in the place of the shared card. */
export const callsOwn = pageName('calls.own', byId);
export const callsCompose = pageName('calls.compose', callDraft);
export const callsShow = pageName('calls.show', byId);
export const callsClose = pageName('calls.close', byId);
export const callsPeople = pageName(
  'calls.people',
  z.strictObject({
    call: z.string(),
    answer: z.enum(['yes', 'maybe', 'no', 'silent']),
    page: z.coerce.number().int().min(1),
  }),
);
export const callsMine = pageName('calls.mine', z.strictObject({}));
export const callsCurrent = pageName('calls.current', z.strictObject({}));
