import { CodedError } from '../../domain/errors.ts';
import { inEnglish } from '../../domain/plan/in-english.ts';
import { maySeeSettings, maySet } from '../../domain/policy/settings.ts';
import { type Held, heldOn, isAsked, type Setting, timeline } from '../../domain/settings/setting.ts';
import { settingsOf } from '../../domain/settings/settings.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import { type InForce, inOrder, readInForce } from '../../pipeline/in-force.ts';
import { requireMay } from '../../pipeline/inputs.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Loaded } from '../../records/record.ts';
import { type SetValue, settingRecord } from '../../records/settings.ts';

/** @throws CodedError NOT_ALLOWED_SETTINGS */
export const requireReader = (ctx: Ctx): void => requireMay(ctx, maySeeSettings, 'NOT_ALLOWED_SETTINGS');
/** @throws CodedError NOT_ALLOWED_SET */
export const requireSetter = (ctx: Ctx): void => requireMay(ctx, maySet, 'NOT_ALLOWED_SET');

/** A setting with all values that it has had and is going to have. */
export interface Known {
  readonly setting: Setting;
  readonly all: readonly Held[];
  /** Of today; none before the first. */
  readonly now: Held | undefined;
  readonly isOpen: boolean;
}

/** As the turn leaves it, what it has set itself included. */
export const settingsNow = (turn: Turn): Promise<InForce> => readInForce(turn, turn.started);

export function knownOf(inForce: InForce, setting: Setting, today: string): Known {
  const all = timeline(setting, inForce.file.plan, inForce.changes);
  // The days of a year are known before it begins.
  const now = heldOn(all, setting.fixedFrom ?? today);
  return { setting, all, now, isOpen: now === undefined || setting.isOpen(now.value) };
}

/** Named as the turn's reader names levels and rounds. */
export const namedFor = ({ names }: Turn, { file }: Pick<InForce, 'file'>): readonly Setting[] =>
  settingsOf(names === 'en' ? inEnglish(file.plan) : file.plan);

/** All that is asked for in this year. */
export async function allKnown(turn: Turn): Promise<Known[]> {
  const inForce = await settingsNow(turn);
  return namedFor(turn, inForce)
    .filter((setting) => isAsked(setting, turn.at.year))
    .map((setting) => knownOf(inForce, setting, dayOf(turn)));
}

/** @param id as a card carries it. @throws CodedError SETTING_UNKNOWN: the plan has it no more, or never had */
export function settingOf(turn: Turn, inForce: InForce, id: string): Setting {
  const setting = namedFor(turn, inForce).find((each) => each.id === id);
  if (setting === undefined) throw new CodedError('SETTING_UNKNOWN');
  return setting;
}

/** Every change of a setting, also those taken back, the newest first. */
export async function historyOf(turn: Turn, { id }: Setting): Promise<Loaded<SetValue>[]> {
  return (await turn.list(settingRecord))
    .filter(({ data }) => data.setting === id)
    .sort(inOrder)
    .reverse();
}
