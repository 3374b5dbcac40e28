import {
  act,
  asked,
  bare,
  type Choice,
  choiceInput,
  dateInput,
  defineCard,
  header,
  label,
  large,
  listInput,
  note,
  primary,
  text,
  textInput,
  tight,
} from '../kit/kit.ts';
import type { Words } from '../kit/words.ts';

export interface FormView {
  readonly mode: 'add' | 'change' | 'return';
  /** Empty for whoever is new. */
  readonly name: string;
  /** Of the button that saves. */
  readonly data: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<Field, string>>;
  /** None where the department is not asked for. */
  readonly departments: readonly Choice[];
  readonly roles: readonly Choice[];
  readonly genders: readonly Choice[];
  readonly employments: readonly Choice[];
  readonly organisations: readonly Choice[];
}
type Field =
  | ('fullName' | 'belongsTo' | 'title' | 'email' | 'aadObjectId')
  | ('roles' | 'gender' | 'startDate' | 'employmentType' | 'organisations');

const maxLength = 200;

function saidOf(t: Words<'roster.form'>, mode: FormView['mode']) {
  if (mode === 'add') return { heading: t.addHeading, about: t.addAbout, save: t.addSave, verb: 'roster.create' };
  if (mode === 'return')
    return { heading: t.returnHeading, about: t.returnAbout, save: t.returnSave, verb: 'roster.return' };
  return { heading: t.changeHeading, about: t.changeAbout, save: t.changeSave, verb: 'roster.change' };
}

/** What the roster has of one person, to be typed or corrected. */
export const formCard = defineCard('roster.form', (t, view: FormView) => {
  const { values, data } = view;
  const words = (id: 'fullName' | 'title' | 'email' | 'aadObjectId') =>
    textInput(id, asked(t, id), { value: values[id], maxLength });
  const said = saidOf(t, view.mode);
  const { person = '', department = '' } = data;
  return {
    body: [
      header({ eyebrow: t.eyebrow, heading: said.heading }),
      view.name !== '' && text(view.name, large, tight),
      label(said.about, note),
      words('fullName'),
      view.departments.length > 0 &&
        listInput('belongsTo', asked(t, 'belongsTo'), {
          choices: view.departments,
          value: values.belongsTo,
          placeholder: t.choose,
        }),
      words('title'),
      words('email'),
      words('aadObjectId'),
      choiceInput('roles', asked(t, 'roles'), { choices: view.roles, value: values.roles, isMultiSelect: true }),
      listInput('gender', asked(t, 'gender'), { choices: view.genders, value: values.gender }),
      dateInput('startDate', asked(t, 'startDate'), { value: values.startDate }),
      listInput('employmentType', asked(t, 'employmentType'), {
        choices: view.employments,
        value: values.employmentType,
      }),
      choiceInput('organisations', asked(t, 'organisations'), {
        choices: view.organisations,
        value: values.organisations,
        isMultiSelect: true,
      }),
    ],
    actions: [
      act(said.save, said.verb, data, primary),
      person !== ''
        ? act(t.back, 'roster.person', { person }, bare)
        : department !== ''
          ? act(t.back, 'roster.department', { department, page: '0' }, bare)
          : act(t.back, 'roster.show', {}, bare),
    ],
  };
});
