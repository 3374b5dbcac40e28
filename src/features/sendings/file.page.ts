import { fileCard } from '../../../cards/sendings/file.ts';
import { mayReconcile } from '../../domain/policy/sending.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { exportLink, madeAt } from '../../pipeline/file-link.ts';
import { definePage, type PageDef } from '../../pipeline/page.ts';
import { exportId, exportRecord } from '../../records/export.ts';
import { type Listed, sendingOf, titleOf } from './listed.ts';
import { sendingFile } from './refs.ts';

/** The way to a file that was just made; the link is minted at each look, for those who may see whom it names. */
export const filePage = (listed: Listed): PageDef =>
  definePage({
    name: sendingFile,
    compose: async (ask) => {
      const { turn, viewer, texts, params, banner } = ask;
      const actor = actorOf(viewer);
      if (actor === undefined || !mayReconcile(actor)) return null;
      const file = await turn.get(exportRecord, exportId(params.sha256));
      if (file === undefined || file.data.subject !== params.spread) return null;
      const sending = await sendingOf(turn, listed, params.spread);
      const day = madeAt(turn, file.data);
      const fileName = texts.t('words.sendings.fileName', { day });
      const view = {
        spread: sending.spread.id,
        name: await titleOf(turn, texts, sending),
        fileName,
        url: exportLink(ask, file.data, fileName),
      };
      return { card: fileCard(texts, view, banner), summary: texts.t('summaries.sendings.file') };
    },
  });
