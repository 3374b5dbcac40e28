import { z } from 'zod';
import { mayReadCouncil, mayRecordCouncil } from '../../domain/policy/council.ts';
import { show } from '../../pipeline/answer.ts';
import { capability, opens, verb } from '../../pipeline/capability.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { requireMay } from '../../pipeline/inputs.ts';
import { addDossiers, addDossiersInput } from './add-dossiers.ts';
import { agendaFormPage, agendaPage } from './agenda.page.ts';
import { allPage } from './all.page.ts';
import { amendSession, amendSessionInput } from './amend-session.ts';
import { announceAgenda, announceAgendaInput } from './announce-agenda.ts';
import { casePage } from './case.page.ts';
import { closeSession, closeSessionInput } from './close-session.ts';
import { closingPage } from './closing.page.ts';
import { councilPage } from './council.page.ts';
import { dropDossier, dropDossierInput } from './drop-dossier.ts';
import { additionPage, amendmentPage, meetingFormPage } from './meeting.page.ts';
import { minutesPage } from './minutes.page.ts';
import { recordMinutes, recordMinutesInput } from './record-minutes.ts';
import { recordSession, recordSessionInput } from './record-session.ts';
import {
  councilAddition,
  councilAgenda,
  councilAgendaForm,
  councilAll,
  councilAmendment,
  councilCase,
  councilForm,
  councilMinutes,
  councilSession,
  councilShow,
} from './refs.ts';
import { saveAll, saveAllInput } from './save-all.ts';
import { saveFinding, saveFindingInput } from './save-finding.ts';
import { sessionPage } from './session.page.ts';
import { councilTodos } from './todos.ts';

const paged = { page: z.string().default('0') };
const ofRound = z.strictObject({ round: z.string().default(''), ...paged });
const ofSession = z.strictObject({ session: z.string(), ...paged });

const reader = (ctx: Ctx): void => requireMay(ctx, mayReadCouncil, 'COUNCIL_ONLY');
const secretary = (ctx: Ctx): void => requireMay(ctx, mayRecordCouncil, 'COUNCIL_SECRETARY_ONLY');

/** The council's outcome, recorded by its secretary from the meeting. */
export const council = capability({
  commands: [
    {
      name: 'council',
      isFor: mayReadCouncil,
      where: 'personal',
      inRound: 'underWay',
      run: async (ctx) => {
        reader(ctx);
        return show(councilShow.ref({}));
      },
    },
  ],
  verbs: [
    opens('council.show', ofRound, councilShow, reader),
    opens('council.session', ofSession, councilSession, reader),
    opens('council.form', z.strictObject({ round: z.string().default('') }), councilForm, secretary),
    opens('council.amendment', z.strictObject({ session: z.string() }), councilAmendment, secretary),
    opens('council.addition', z.strictObject({ session: z.string() }), councilAddition, secretary),
    opens('council.case', z.strictObject({ session: z.string(), candidate: z.string() }), councilCase),
    opens('council.agendaForm', z.strictObject({ round: z.string().default('') }), councilAgendaForm, secretary),
    opens('council.agenda', z.strictObject({ agenda: z.string(), ...paged }), councilAgenda, reader),
    verb('council.announce', announceAgendaInput, announceAgenda),
    verb('council.record', recordSessionInput, recordSession),
    verb('council.amend', amendSessionInput, amendSession),
    verb('council.add', addDossiersInput, addDossiers),
    verb('council.drop', dropDossierInput, dropDossier),
    verb('council.save', saveFindingInput, saveFinding),
    opens('council.all', z.strictObject({ session: z.string() }), councilAll, secretary),
    verb('council.saveAll', saveAllInput, saveAll),
    verb('council.close', closeSessionInput, closeSession),
    opens('council.minutes', z.strictObject({ session: z.string() }), councilMinutes, secretary),
    verb('council.recordMinutes', recordMinutesInput, recordMinutes),
  ],
  pages: [
    councilPage,
    agendaFormPage,
    agendaPage,
    meetingFormPage,
    amendmentPage,
    additionPage,
    sessionPage,
    casePage,
    allPage,
    closingPage,
    minutesPage,
  ],
  todos: councilTodos,
});
