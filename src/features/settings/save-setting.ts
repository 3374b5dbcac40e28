import { DateTime } from 'luxon';
import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { CodedError } from '../../domain/errors.ts';
import type { Setting } from '../../domain/settings/setting.ts';
import { nameOf } from '../../model/people/people.ts';
import { backfill } from '../../model/round/backfill.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import { confirmation, refusedBackTo, withInputs } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { create, replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type SetValue, settingId, settingRecord, settingsId, settingsRecord } from '../../records/settings.ts';
import { historyOf, requireSetter, settingOf, settingsNow } from './known.ts';
import { readChange } from './read-change.ts';
import { partName, settingForm, settingsConfirm, settingsForm, settingsOne } from './refs.ts';

export const saveSettingInput = withInputs({ ...settingForm, confirm: confirmation }, partName, z.string().max(20_000));
type Input = z.infer<typeof saveSettingInput>;

/**
 * Sets a value from a day on: what was typed is checked as the plan's file is, then shown with what it means, and set once that is confirmed.
 * @throws CodedError NOT_ALLOWED_SET, SETTING_UNKNOWN, BAD_CARD; Refusal SETTING_…, DATE_… back to the form with what was typed
 */
export async function saveSetting(ctx: Ctx, input: Input): Promise<Answer> {
  requireSetter(ctx);
  const { confirm, formId, setting: asked, seen, ...rest } = input;
  const typed = typedOf(rest);
  const inForce = await settingsNow(ctx);
  const setting = settingOf(ctx, inForce, asked);
  const id = settingId(formId);
  const one = settingsOne.ref({ setting: asked });
  const done = await ctx.get(settingRecord, id);
  if (done !== undefined) {
    if (done.data.setting !== asked || done.data.set.by !== ctx.me.id) throw new CodedError('BAD_CARD');
    return show(one, good('settings.saved'));
  }
  await requireLatest(ctx, setting, { seen, typed });
  const texts = ctx.texts(ctx.me.data.locale);
  const change = await refusedBackTo({ show: settingsForm.ref({ setting: asked }), typed }, () =>
    readChange(texts, inForce, { id, setting, typed }),
  );
  if (!confirm) return show(settingsConfirm.ref({ ...typed, setting: asked, formId, seen }));
  const value: SetValue = {
    setting: asked,
    value: change.value as SetValue['value'],
    from: change.from,
    source: change.source,
    set: { by: ctx.me.id, at: stamp(ctx.at) },
    undone: null,
  };
  ctx.commit({
    command: 'settings.save',
    subject: id,
    facts: { setting: asked, from: change.from },
    changes: [create(settingRecord, ctx.scope, id, value), ...(await changed(ctx))],
  });
  await look(ctx);
  return show(one, good('settings.saved'));
}

/** All that is text among what a card sent. */
const typedOf = (rest: Readonly<Record<string, unknown>>): { on: string; source: string } & Record<string, string> => ({
  on: '',
  source: '',
  ...Object.fromEntries(
    Object.entries(rest).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  ),
});

/** @throws Refusal SETTING_OUTRUN {by, at}: somebody has set it since the form was opened */
async function requireLatest(
  ctx: Ctx,
  setting: Setting,
  { seen, typed }: { seen: string; typed: Readonly<Record<string, string>> },
): Promise<void> {
  const [latest] = await historyOf(ctx, setting);
  if ((latest?.id ?? '') === seen) return;
  if (latest === undefined) throw new CodedError('BAD_CARD');
  const { by, at } = latest.data.set;
  throw new Refusal('SETTING_OUTRUN', {
    facts: { by: await nameOf(ctx, by), at: DateTime.fromISO(at, { zone: ctx.plan.zone }) },
    show: settingsForm.ref({ setting: setting.id }),
    typed,
  });
}

/** Every process reads the values anew at its next turn; cards that show them are drawn anew. */
export async function changed(ctx: Ctx): Promise<Change[]> {
  const settings = await ctx.get(settingsRecord, settingsId);
  if (settings === undefined) throw new CodedError('SETTING_UNKNOWN');
  return [
    replace(settingsRecord, settings, { ...settings.data, changes: settings.data.changes + 1 }),
    oweRefresh(ctx.scope, ctx.at, settingsId, settings.rev + 1),
  ];
}

/** What waits for a day of the plan waits for the day that it is now. */
export async function look(ctx: Ctx): Promise<void> {
  await backfill({ ...ctx, ...(await settingsNow(ctx)).on(dayOf(ctx)) });
}
