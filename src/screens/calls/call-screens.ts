import { z } from 'zod';
import { defineScreen } from '../screen.ts';

const draft = { title: z.string(), text: z.string(), place: z.string(), date: z.string(), time: z.string() };
const body = {
  call: z.string(),
  title: z.string(),
  text: z.string(),
  lead: z.string(),
  organisation: z.string(),
  when: z.string(),
  place: z.string(),
  answerBy: z.string(),
  closed: z.boolean(),
};
const counts = z.array(z.strictObject({ label: z.string(), count: z.string() }));

export const composeScreen = defineScreen(
  'calls/compose',
  z.strictObject({
    formId: z.string(),
    ...draft,
    answerBy: z.string(),
    organisation: z.string(),
    severalOrganisations: z.boolean(),
    organisations: z.array(z.strictObject({ title: z.string(), value: z.string() })),
  }),
);
export const previewScreen = defineScreen(
  'calls/preview',
  z.strictObject({
    formId: z.string(),
    ...draft,
    organisation: z.string(),
    lead: z.string(),
    when: z.string(),
    answerBy: z.string(),
    answerByIso: z.string(),
    members: z.int(),
  }),
);
export const inviteScreen = defineScreen(
  'calls/invite',
  z.strictObject({ ...body, answered: z.boolean(), answerText: z.string() }),
);
export const channelScreen = defineScreen('calls/channel', z.strictObject({ ...body, counts }));
export const showScreen = defineScreen('calls/show', z.strictObject({ ...body, counts, sentText: z.string() }));
export const closeScreen = defineScreen('calls/close', z.strictObject({ call: z.string(), title: z.string() }));
export const peopleScreen = defineScreen(
  'calls/people',
  z.strictObject({
    call: z.string(),
    title: z.string(),
    answer: z.string(),
    range: z.string(),
    tabs: z.array(
      z.strictObject({
        call: z.string(),
        answer: z.string(),
        label: z.string(),
        style: z.enum(['accent', 'default']),
        weight: z.enum(['Bolder', 'Default']),
      }),
    ),
    people: z.array(z.strictObject({ name: z.string(), detail: z.string() })),
    hasPrevious: z.boolean(),
    previous: z.string(),
    hasNext: z.boolean(),
    next: z.string(),
  }),
);
export const mineScreen = defineScreen(
  'calls/mine',
  z.strictObject({ calls: z.array(z.strictObject({ call: z.string(), title: z.string(), detail: z.string() })) }),
);
