import { z } from 'zod';
import { mayReconcile } from '../../domain/policy/sending.ts';
import { show } from '../../pipeline/answer.ts';
import { type Capability, capability, opens, verb } from '../../pipeline/capability.ts';
import { keepsFiles } from '../../pipeline/kept-files.ts';
import { lane } from '../../pipeline/lane.ts';
import type { SpreadDef } from '../../pipeline/spread.ts';
import { exportRecord } from '../../records/export.ts';
import { cancelSending, stopSendingInput } from './cancel-sending.ts';
import { departmentsPage } from './departments.page.ts';
import { dropExport } from './drop-export.ts';
import { exportSending, exportSendingInput } from './export-sending.ts';
import { filePage } from './file.page.ts';
import { listPage } from './list.page.ts';
import { listedOf, requireReconciler } from './listed.ts';
import { outagePage } from './outage.page.ts';
import { peoplePage } from './people.page.ts';
import { recalledInput, recallSending, showRecalled } from './recall-sending.ts';
import { recalledPage } from './recalled.page.ts';
import { peopleParams, sendingDepartments, sendingList, sendingPeople, sendingShow } from './refs.ts';
import { resendPage } from './resend.page.ts';
import { resendSpread } from './resend.spread.ts';
import { resendSending, resendSendingInput } from './resend-sending.ts';
import { showPage } from './show.page.ts';
import { cancelSendingPage, recallSendingPage } from './stop.page.ts';

const page = z.string().max(10).default('0');
const ofSpread = z.strictObject({ spread: z.string().max(300), page });

/** "Đối soát": who was reached by what went to many people; sending it again to the rest, stopping it, taking it back. @param spreads of every capability */
export function sendings(spreads: () => readonly SpreadDef[]): Capability {
  const listed = listedOf(spreads);
  return capability({
    commands: [
      {
        name: 'reconcile',
        isFor: mayReconcile,
        where: 'personal',
        run: async (ctx) => {
          requireReconciler(ctx);
          return show(sendingList.ref({}));
        },
      },
    ],
    verbs: [
      opens('sending.list', z.strictObject({ page }), sendingList, requireReconciler),
      opens('sending.show', ofSpread, sendingShow, requireReconciler),
      opens('sending.departments', ofSpread, sendingDepartments, requireReconciler),
      opens('sending.people', peopleParams, sendingPeople, requireReconciler),
      verb('sending.export', exportSendingInput, exportSending(listed)),
      verb('sending.resend', resendSendingInput, resendSending(listed)),
      verb('sending.cancel', stopSendingInput, cancelSending(listed)),
      verb('sending.recall', stopSendingInput, recallSending(listed)),
      verb('sending.recalled', recalledInput, showRecalled),
    ],
    keeps: [keepsFiles(exportRecord, ({ subject, sha256 }) => ({ owner: subject, sha256 }))],
    pages: [
      listPage(listed),
      showPage(listed),
      departmentsPage(listed),
      peoplePage(listed),
      resendPage(listed),
      filePage(listed),
      cancelSendingPage(listed),
      recallSendingPage(listed),
      recalledPage(listed),
      outagePage,
    ],
    spreads: [resendSpread(listed)],
    lanes: [lane({ lane: 'export', record: exportRecord, everyMs: 60_000, handle: dropExport })],
  });
}
