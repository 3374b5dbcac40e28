import { z } from 'zod';
import { pageName } from '../../pipeline/page-name.ts';

export const councilCase = pageName('council.case', z.strictObject({ session: z.string(), candidate: z.string() }));
export const councilClosing = pageName('council.closing', z.strictObject({ session: z.string() }));
export const councilMinutes = pageName('council.minutes', z.strictObject({ session: z.string() }));
export const councilShow = pageName(
  'council.show',
  z.strictObject({ round: z.string().default(''), page: z.string().default('0') }),
);
export const councilForm = pageName('council.form', z.strictObject({ round: z.string().default('') }));
export const councilAmendment = pageName('council.amendment', z.strictObject({ session: z.string() }));
export const councilAddition = pageName('council.addition', z.strictObject({ session: z.string() }));
export const councilSession = pageName(
  'council.session',
  z.strictObject({ session: z.string(), page: z.string().default('0') }),
);
export const councilAll = pageName('council.all', z.strictObject({ session: z.string() }));
export const councilAgendaForm = pageName('council.agendaForm', z.strictObject({ round: z.string().default('') }));
export const councilAgenda = pageName(
  'council.agenda',
  z.strictObject({ agenda: z.string(), page: z.string().default('0') }),
);
