import { z } from 'zod';
import { oweRefresh } from '../../../delivery/owe/owe.ts';
import { type Answer, good, show } from '../../../pipeline/answer.ts';
import type { Ctx } from '../../../pipeline/context.ts';
import { replace } from '../../../ports/documents.ts';
import { rosterImportRecord } from '../../../records/roster-import.ts';
import { requireRoster } from '../find.ts';
import { rosterUpdate } from '../refs.ts';
import { importOf } from './load.ts';
import { forgotten } from './settle.ts';

export const dropImportInput = z.strictObject({ id: z.string().max(100) });

/** A roster that was sent and is not taken over: nothing of it is kept. @throws CodedError OFFICE_ONLY, NOTHING_TO_SHOW */
export async function dropImport(ctx: Ctx, input: z.infer<typeof dropImportInput>): Promise<Answer> {
  requireRoster(ctx);
  const sent = await importOf(ctx, input.id);
  const page = rosterUpdate.ref({ id: sent.id });
  if (sent.data.state !== 'asked' && sent.data.state !== 'refused') return show(page);
  ctx.commit({
    command: 'roster.drop',
    subject: sent.id,
    changes: [
      replace(rosterImportRecord, sent, { ...sent.data, ...forgotten('over') }),
      oweRefresh(ctx.scope, ctx.at, sent.id, sent.rev + 1),
    ],
  });
  return show(page, good('roster.dropped'));
}
