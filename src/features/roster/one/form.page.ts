import { formCard } from '../../../../cards/roster/form.ts';
import { allRoles } from '../../../domain/policy/actor.ts';
import { maySeeRoster } from '../../../domain/policy/roster.ts';
import { upperFirst } from '../../../domain/text/sentence.ts';
import { departments, isHere, isOpen, nameOf, personOf } from '../../../model/people/people.ts';
import { type Ask, type Composed, definePage } from '../../../pipeline/page.ts';
import { viewingAs } from '../../../pipeline/viewing-as.ts';
import type { Texts } from '../../../ports/texts.ts';
import { rosterAdd, rosterBack, rosterEdit } from '../refs.ts';
import { asTyped, type TypedPerson } from './typed-person.ts';
import { freeIds } from './whose.ts';

const nobody: TypedPerson = {
  ...{ fullName: '', belongsTo: '', title: '', email: '', aadObjectId: '' },
  ...{ roles: 'staff', gender: 'unstated', startDate: '', employmentType: '', organisations: '' },
};

/** Somebody new. */
export const addPage = definePage({
  name: rosterAdd,
  compose: async (ask) => {
    if (!viewingAs(ask.viewer, maySeeRoster)) return null;
    const { department } = ask.params;
    const shown = { ...nobody, belongsTo: department };
    return formShown(ask, { mode: 'add', name: '', data: { key: ask.turn.newId(), department }, shown });
  },
});

/** Somebody who is here; their department is changed by a step of its own. */
export const editPage = definePage({
  name: rosterEdit,
  compose: (ask) => ofPerson(ask, 'change'),
});

/** Somebody who has left and comes back, as they are from now on; an e-mail that somebody else has by now is not theirs. */
export const backPage = definePage({
  name: rosterBack,
  compose: (ask) => ofPerson(ask, 'return'),
});

type Of = Ask<{ person: string }>;
async function ofPerson(ask: Of, mode: 'change' | 'return'): Promise<Composed | null> {
  if (!viewingAs(ask.viewer, maySeeRoster)) return null;
  const person = await personOf(ask.turn, ask.params.person);
  if (isHere(ask.turn, person.data) === (mode === 'return')) return null;
  const shown = { ...asTyped(person.data), ...(mode === 'return' && (await freeIds(ask.turn, person))) };
  const data = { person: person.id, rev: String(person.rev) };
  return formShown(ask, { mode, name: await nameOf(ask.turn, person.id), data, shown });
}

interface Form {
  readonly mode: 'add' | 'change' | 'return';
  readonly name: string;
  readonly data: Readonly<Record<string, string>>;
  readonly shown: TypedPerson;
}

async function formShown(ask: Ask<unknown>, { mode, name, data, shown }: Form): Promise<Composed> {
  const { turn, texts, banner, typed } = ask;
  const open = (await departments(turn)).filter(isOpen);
  const filled: TypedPerson = { ...shown, ...typed };
  // In a department that is closed nobody works any more: another is chosen.
  const belongsTo = open.some(({ id }) => id === filled.belongsTo) ? filled.belongsTo : '';
  const values: TypedPerson = { ...filled, belongsTo, gender: filled.gender || 'unstated' };
  const view = {
    mode,
    name,
    data,
    values,
    departments: mode === 'change' ? [] : open.map(({ id, data: { name: title } }) => ({ title, value: id })),
    roles: allRoles.map((role) => ({ title: upperFirst(texts.t(`words.roster.role.${role}`)), value: role })),
    genders: (['female', 'male', 'unstated'] as const).map((gender) => ({
      title: texts.t(`words.roster.form.gender.${gender}`),
      value: gender,
    })),
    employments: employments(texts, shown.employmentType),
    organisations: organisations(texts, shown.organisations.split(',').filter(Boolean)),
  };
  return { card: formCard(texts, view, banner), summary: texts.t(`summaries.roster.form.${mode}`, { name }) };
}

/** The plan's own, and what the roster has of somebody in words of its own. */
function employments(texts: Texts, own: string) {
  const usual = ['publicEmployee', 'contract'];
  const all = usual.includes(own) || own === '' ? usual : [...usual, own];
  return [
    { title: texts.t('words.roster.form.noEmployment'), value: '' },
    ...all.map((value) => ({
      title: usual.includes(value) ? texts.t(`words.roster.employment.${value}`) : value,
      value,
    })),
  ];
}

/** Those that call people, and what the roster has of somebody in words of its own. */
function organisations(texts: Texts, own: readonly string[]) {
  const usual = ['youthUnion', 'tradeUnion'];
  return [...new Set([...usual, ...own])].map((value) => ({
    title: usual.includes(value) ? texts.t(`words.roster.organisation.${value}`) : value,
    value,
  }));
}
