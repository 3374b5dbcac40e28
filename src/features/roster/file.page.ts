import { DateTime } from 'luxon';
import { fileCard } from '../../../cards/roster/file.ts';
import { maySeeRoster } from '../../domain/policy/roster.ts';
import { exportLink } from '../../pipeline/file-link.ts';
import { definePage } from '../../pipeline/page.ts';
import { viewingAs } from '../../pipeline/viewing-as.ts';
import { exportId, exportRecord } from '../../records/export.ts';
import { rosterSubject } from './export-roster.ts';
import { rosterFile } from './refs.ts';

/** The way to a roster that was just made; the link is minted at each look. */
export const filePage = definePage({
  name: rosterFile,
  compose: async (ask) => {
    const { turn, viewer, texts, params, banner } = ask;
    if (!viewingAs(viewer, maySeeRoster)) return null;
    const file = await turn.get(exportRecord, exportId(params.sha256));
    if (file === undefined || file.data.subject !== rosterSubject) return null;
    const day = DateTime.fromISO(file.data.at, { zone: turn.plan.zone }).toFormat('dd-MM-yyyy HHmm');
    const fileName = texts.t('words.roster.fileName', { day });
    const url = exportLink(ask, file.data, fileName);
    return { card: fileCard(texts, { fileName, url }, banner), summary: texts.t('summaries.roster.file') };
  },
});
