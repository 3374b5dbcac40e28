import { createHash } from 'node:crypto';
import { maySeeRoster } from '../../../domain/policy/roster.ts';
import { fold } from '../../../domain/text/vietnamese.ts';
import { type Answer, show } from '../../../pipeline/answer.ts';
import type { FilesRoute } from '../../../pipeline/capability.ts';
import type { Ctx } from '../../../pipeline/context.ts';
import { stamp } from '../../../ports/commit.ts';
import { create, put, remove } from '../../../ports/documents.ts';
import type { Attachment } from '../../../ports/files.ts';
import {
  rosterAwaitedId,
  rosterAwaitedRecord,
  rosterImportId,
  rosterImportRecord,
} from '../../../records/roster-import.ts';
import { requireRoster } from '../find.ts';
import { shown } from '../read/problem.ts';
import { rosterImport, rosterUpdate } from '../refs.ts';

/** After being told how to send a roster the next table is one; later it may be somebody's evidence. */
const awaitedFor = { hours: 1 };
const table = /\.(?:xlsx|csv|tsv|txt)$/i;
/** As offices call such files; a text of cells is nothing else. */
const calledSo = /nhan su|danh sach|vien chuc|nhan vien|can bo|lao dong|roster|staff list/;

/** How to send a roster; the next table that this person sends is taken for one. @throws CodedError OFFICE_ONLY */
export async function awaitRoster(ctx: Ctx): Promise<Answer> {
  requireRoster(ctx);
  const id = rosterAwaitedId(ctx.me.id);
  const before = await ctx.get(rosterAwaitedRecord, id);
  const until = stamp(ctx.at.plus(awaitedFor));
  ctx.ride([put(rosterAwaitedRecord, { ...ctx.scope, id }, before, { until })]);
  return show(rosterImport.ref({}));
}

/** One table from somebody of the office that is called like a roster, or is waited for. */
export const sentRosters: FilesRoute = {
  isFor: async (ctx) => {
    const [file, ...others] = ctx.sent;
    if (!maySeeRoster(ctx.actor) || file === undefined || others.length > 0 || !table.test(file.name)) return false;
    return !/\.xlsx$/i.test(file.name) || calledSo.test(fold(file.name).replace(/[_.-]+/g, ' ')) || isAwaited(ctx);
  },
  run: receive,
};

async function isAwaited(ctx: Ctx): Promise<boolean> {
  const awaited = await ctx.get(rosterAwaitedRecord, rosterAwaitedId(ctx.me.id));
  return awaited !== undefined && awaited.data.until >= stamp(ctx.at);
}

/** It is fetched and read after the answer; nothing of the roster changes before somebody confirms. */
async function receive(ctx: Ctx): Promise<Answer> {
  const file = ctx.sent[0] as Attachment;
  ctx.attachments.requireAllowed(file);
  const id = rosterImportId(createHash('sha256').update(file.url).digest('hex'));
  const awaited = await ctx.get(rosterAwaitedRecord, rosterAwaitedId(ctx.me.id));
  if ((await ctx.get(rosterImportRecord, id)) === undefined)
    ctx.commit({
      command: 'roster.send',
      subject: id,
      changes: [
        create(rosterImportRecord, ctx.scope, id, {
          ...{ by: ctx.me.id, at: stamp(ctx.at), name: shown(file.name), url: file.url, attempts: 0 },
          ...{ sha256: '', outline: '', state: 'fetching', failure: '', counts: null, isAskedAnew: false },
          ...{ choice: null, done: 0, dueAt: stamp(ctx.at) },
        }),
        ...(awaited === undefined ? [] : [remove(awaited)]),
      ],
    });
  return show(rosterUpdate.ref({ id }));
}
