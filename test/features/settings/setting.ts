import { decode } from '../../../src/ports/documents.ts';
import { type Settings, settingsId, settingsRecord } from '../../../src/records/settings.ts';
import { clicking } from '../../support/clicking.ts';
import { actionsOf, type Office, scope, valuesOf } from '../../support/office.ts';

export const source = 'Quyết định số 12/QĐ-DVVLKH ngày 01/11/2026';

/** Somebody of the office opens the form of a setting, as its card leads there. */
export async function formOf(office: Office, setting: string, who = 'office') {
  const { card } = await office.as(who).click('settings.one', { setting });
  const change = actionsOf(card).find(({ verb }) => verb === 'settings.change');
  if (change === undefined) throw new Error(`${who} may not change ${setting}`);
  return clicking(office, who, (await office.as(who).click(change.verb, change.data)).card);
}

/** What the button of the form sends, with what is typed. */
export async function typing(office: Office, setting: string, typed: Readonly<Record<string, string>>, who = 'office') {
  const { card } = await formOf(office, setting, who);
  const save = actionsOf(card).find(({ verb }) => verb === 'settings.save');
  return { ...save?.data, ...valuesOf(card), source, ...typed };
}

/** Sets a value by the form and its confirmation. @returns what the card then says */
export async function set(
  office: Office,
  setting: string,
  typed: Readonly<Record<string, string>>,
  who = 'office',
): Promise<string> {
  const hand = await formOf(office, setting, who);
  await hand.press('Xem trước khi lưu', { source, ...typed });
  return hand.press('Lưu giá trị');
}

export async function settingsNow(office: Office): Promise<Settings> {
  const stored = await office.store.get(scope.unit, settingsId);
  if (stored === undefined) throw new Error('nothing is in force');
  return decode(settingsRecord, stored).data;
}
