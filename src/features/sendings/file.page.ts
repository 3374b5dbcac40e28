import { DateTime } from 'luxon';
import { mayReconcile } from '../../domain/policy/sending.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage, type PageDef } from '../../pipeline/page.ts';
import { workbookType } from '../../ports/workbook.ts';
import { exportId, exportRecord } from '../../records/export.ts';
import { fileScreen } from '../../screens/sendings/sendings-screens.ts';
import { type Listed, sendingOf, titleOf } from './listed.ts';
import { sendingFile } from './refs.ts';

/** The way to a file that was just made; the link is minted at each look, for those who may see whom it names. */
export const filePage = (listed: Listed): PageDef =>
  definePage({
    name: sendingFile,
    compose: async ({ turn, viewer, texts, params, banner }) => {
      const actor = actorOf(viewer);
      if (actor === undefined || !mayReconcile(actor)) return null;
      const file = await turn.get(exportRecord, exportId(params.sha256));
      if (file === undefined || file.data.subject !== params.spread) return null;
      const sending = await sendingOf(turn, listed, params.spread);
      const { sha256, subject: owner, at } = file.data;
      const day = DateTime.fromISO(at, { zone: turn.plan.zone }).toFormat('dd-MM-yyyy HHmm');
      const fileName = texts.t('words.sendings.fileName', { day });
      const view = {
        spread: sending.spread.id,
        name: await titleOf(turn, texts, sending),
        fileName,
        url: turn.links.mint({ owner, sha256, name: fileName, mediaType: workbookType }),
      };
      return { card: fileScreen(texts, view, banner), summary: texts.t('summaries.sendings.file') };
    },
  });
