import { capability, opens, verb } from '../../pipeline/capability.ts';
import { lane } from '../../pipeline/lane.ts';
import { restorationRecord } from '../../records/restoration.ts';
import { chooseHeld, chooseInput } from './choose.ts';
import { restorationConfirmPage } from './confirm.page.ts';
import { dealWithHeld } from './deal.ts';
import { requireChooser } from './load.ts';
import { restorationShow } from './refs.ts';
import { restorationPage } from './show.page.ts';
import { restorationTodos } from './todos.ts';

/** After data came from a backup: what was unsent then is held back until the office has it sent on, or dropped. */
export const restoration = capability({
  verbs: [
    opens('restoration.show', restorationShow.params, restorationShow, requireChooser),
    verb('restoration.choose', chooseInput, chooseHeld),
  ],
  pages: [restorationPage, restorationConfirmPage],
  lanes: [lane({ lane: 'restoration', record: restorationRecord, everyMs: 5_000, handle: dealWithHeld })],
  todos: restorationTodos,
});
