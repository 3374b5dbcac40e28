import { keepKeys } from '../../../../src/model/people/keep-keys.ts';
import { keepNamesakes } from '../../../../src/model/people/keep-namesakes.ts';
import { list } from '../../../../src/ports/documents.ts';
import { type Person, personRecord } from '../../../../src/records/person.ts';
import { actionsOf, type Office, openOffice, person, scope, valuesOf } from '../../../support/office.ts';

/** A centre whose people are known by their keys and told apart by name, as after a start. */
export async function openCentre(now = '2026-11-16T09:00:00'): Promise<Office> {
  const office = await openOffice({ now });
  await office.run(keepKeys);
  await office.run(keepNamesakes);
  return office;
}

export const entra = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export async function everyone({ store }: Office) {
  return list(store, { unit: scope.unit, type: personRecord });
}
export async function known(office: Office, key: string) {
  const found = (await everyone(office)).find(({ id }) => id === person(key));
  if (found === undefined) throw new Error(`no ${key}`);
  return found;
}
export const dataOf = async (office: Office, key: string): Promise<Person> => (await known(office, key)).data;

/** Clicks this button of a card as a client does: its data, what stands in the inputs, and what is typed. */
export async function press(
  office: Office,
  card: unknown,
  verb: string,
  typed: Readonly<Record<string, string>> = {},
  who = 'office',
) {
  const button = actionsOf(card).find((action) => action.verb === verb);
  if (button === undefined) throw new Error(`no ${verb} among ${actionsOf(card).map((each) => each.verb)}`);
  return office.as(who).click(verb, { ...button.data, ...valuesOf(card), ...typed });
}
