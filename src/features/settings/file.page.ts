import { DateTime } from 'luxon';
import { planFileCard } from '../../../cards/settings/file.ts';
import { maySet } from '../../domain/policy/settings.ts';
import { exportLink } from '../../pipeline/file-link.ts';
import { definePage } from '../../pipeline/page.ts';
import { viewingAs } from '../../pipeline/viewing-as.ts';
import { exportId, exportRecord } from '../../records/export.ts';
import { planSubject } from './export-plan.ts';
import { settingsFile } from './refs.ts';

/** The way to a plan's file that was just made; the link is minted at each look. */
export const filePage = definePage({
  name: settingsFile,
  compose: async (ask) => {
    const { turn, viewer, texts, params, banner } = ask;
    if (!viewingAs(viewer, maySet)) return null;
    const file = await turn.get(exportRecord, exportId(params.sha256));
    if (file === undefined || file.data.subject !== planSubject) return null;
    const day = DateTime.fromISO(file.data.at, { zone: turn.plan.zone }).toFormat('dd-MM-yyyy HHmm');
    const fileName = texts.t('words.settings.file.name', { day });
    const url = exportLink(ask, file.data, fileName, 'application/yaml');
    return { card: planFileCard(texts, { fileName, url }, banner), summary: texts.t('summaries.settings.file') };
  },
});
