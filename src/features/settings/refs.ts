import { z } from 'zod';
import { groups } from '../../domain/settings/setting.ts';
import { pageName } from '../../pipeline/page-name.ts';

const setting = z.string().max(100);
const page = z.string().max(10).default('0');

const groupParams = z.strictObject({ group: z.enum(groups) });
const oneParams = z.strictObject({ setting, page });
const formParams = z.strictObject({ setting });

export const settingsShow = pageName('settings.show', z.strictObject({}));
/** A file of the plan that is not the one in force. */
export const settingsPlan = pageName('settings.plan', z.strictObject({}));
export const settingsGroup = pageName('settings.group', groupParams);
export const settingsOne = pageName('settings.one', oneParams);
export const settingsForm = pageName('settings.form', formParams);

export const settingsFile = pageName('settings.file', z.strictObject({ sha256: z.string().max(100) }));

/** What a form sends; besides these the parts of the value, each as `value-<part>`. */
export const settingForm = {
  setting,
  /** Minted with the form: a second click of it is the same. */
  formId: z.string().regex(/^[0-9A-Za-z]{1,40}$/),
  /** The change that was the latest one when the form was opened; empty = none. */
  seen: z.string().max(100).default(''),
  on: z.string().max(40).default(''),
  source: z.string().max(8_000).default(''),
};
export const partName = /^value-[a-zA-Z]+$/;
/** A value as it was typed, before it is confirmed. */
export const settingsConfirm = pageName('settings.confirm', z.object(settingForm).catchall(z.string()));
