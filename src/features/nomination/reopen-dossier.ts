import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { isBeforeDeadline } from '../../domain/calendar/calendar.ts';
import { moved } from '../../domain/dossier/nomination.ts';
import { openUntil } from '../../model/dossier/dossier.ts';
import { candidatesDossier, idsOf, whose } from '../../model/dossier/own.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { version } from '../../pipeline/inputs.ts';
import { replace } from '../../ports/documents.ts';
import { nominationRecord } from '../../records/nomination.ts';
import { dossierShow } from './refs.ts';

export const reopenDossierInput = z.strictObject({ ...whose, rev: version });
type Input = z.infer<typeof reopenDossierInput>;

/** A withdrawn dossier becomes a draft again until the deadline. One that lapsed is the office's to reopen. */
export async function reopenDossier(ctx: Ctx, input: Input): Promise<Answer> {
  const { at } = ctx;
  const dossier = await candidatesDossier(ctx, input);
  const done = show(dossierShow.ref(idsOf(dossier)), good('nomination.reopened'));
  const { nomination } = dossier;
  // A second click finds the draft that the first one made.
  if (nomination?.data.state === 'draft') return done;
  if (nomination?.data.state !== 'withdrawn') throw new Refusal('CANNOT_REOPEN', { show: done.show });
  if (!isBeforeDeadline(at, openUntil(dossier))) {
    const facts = { at: openUntil(dossier) };
    throw new Refusal('DEADLINE_PASSED', { facts, show: done.show });
  }
  ctx.commit({
    command: 'nomination.reopen',
    subject: nomination.id,
    changes: [
      replace(nominationRecord, nomination, {
        ...nomination.data,
        state: moved('withdrawn', 'reopen'),
        snapshot: null,
        submitted: null,
        opinion: null,
        opinionDueAt: null,
        returned: null,
        accepted: null,
      }),
      oweRefresh(ctx.scope, at, nomination.id, nomination.rev + 1),
    ],
  });
  return done;
}
