import { mayAskAbout, mayHandOut } from '../../domain/policy/privacy.ts';
import { show } from '../../pipeline/answer.ts';
import { capability, opens, verb } from '../../pipeline/capability.ts';
import { requireMay } from '../../pipeline/inputs.ts';
import { lane } from '../../pipeline/lane.ts';
import { erasureRecord } from '../../records/erasure.ts';
import { eraseStep } from './erase/erase-step.ts';
import { erasePage } from './erase.page.ts';
import { erasePerson, erasePersonInput } from './erase-person.ts';
import { erasurePage } from './erasure.page.ts';
import { exportPerson } from './export-person.ts';
import { filePage } from './file.page.ts';
import { findPage } from './find.page.ts';
import { find } from './find.ts';
import { looksPage } from './looks.page.ts';
import { findParams, looksParams, personParams, privacyLooks, privacyShow } from './refs.ts';
import { showPage } from './show.page.ts';

/** "Dữ liệu cá nhân": what is kept of a person, a copy of it, its erasure, and who has opened their evidence. */
export const privacy = capability({
  commands: [
    {
      name: 'myData',
      isFor: () => true,
      where: 'personal',
      run: async (ctx) => show(privacyShow.ref({ person: ctx.me.id })),
    },
    {
      name: 'personalData',
      isFor: mayHandOut,
      where: 'personal',
      longestText: 150,
      run: (ctx, rest) => find(ctx, findParams.parse({ query: rest })),
    },
  ],
  verbs: [
    verb('privacy.show', personParams, async (ctx, params) => {
      requireMay(ctx, (actor) => mayAskAbout(actor, params.person || actor.id), 'OFFICE_ONLY');
      return show(privacyShow.ref({ person: params.person || ctx.me.id }));
    }),
    verb('privacy.erase', erasePersonInput, erasePerson),
    verb('privacy.export', personParams, exportPerson),
    verb('privacy.find', findParams, find),
    opens('privacy.looks', looksParams, privacyLooks),
  ],
  pages: [showPage, findPage, filePage, looksPage, erasePage, erasurePage],
  lanes: [lane({ lane: 'erasure', record: erasureRecord, everyMs: 5_000, handle: eraseStep })],
});
