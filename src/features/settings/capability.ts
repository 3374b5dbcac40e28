import { maySeeSettings } from '../../domain/policy/settings.ts';
import { show } from '../../pipeline/answer.ts';
import { capability, opens, verb } from '../../pipeline/capability.ts';
import { adoptOffered, adoptOfferedInput } from './adopt-plan.ts';
import { changeSetting, changeSettingInput } from './change-setting.ts';
import { confirmPage } from './confirm.page.ts';
import { exportPlan, exportPlanInput } from './export-plan.ts';
import { filePage } from './file.page.ts';
import { formPage } from './form.page.ts';
import { groupPage } from './group.page.ts';
import { requireReader } from './known.ts';
import { onePage } from './one.page.ts';
import { planPage } from './plan.page.ts';
import { settingsGroup, settingsOne, settingsPlan, settingsShow } from './refs.ts';
import { saveSetting, saveSettingInput } from './save-setting.ts';
import { showPage } from './show.page.ts';
import { settingsTodos } from './todos.ts';
import { undoSetting, undoSettingInput } from './undo-setting.ts';

/** "Cài đặt": what the plan leaves open and what changes with the day. The office sets it, whoever signs may read it. */
export const settings = capability({
  commands: [
    {
      name: 'settings',
      isFor: maySeeSettings,
      where: 'personal',
      run: async (ctx) => {
        requireReader(ctx);
        return show(settingsShow.ref({}));
      },
    },
  ],
  verbs: [
    opens('settings.show', settingsShow.params, settingsShow, requireReader),
    opens('settings.group', settingsGroup.params, settingsGroup, requireReader),
    opens('settings.one', settingsOne.params, settingsOne, requireReader),
    verb('settings.change', changeSettingInput, changeSetting),
    verb('settings.save', saveSettingInput, saveSetting),
    opens('settings.plan', settingsPlan.params, settingsPlan, requireReader),
    verb('settings.adopt', adoptOfferedInput, adoptOffered),
    verb('settings.export', exportPlanInput, exportPlan),
    verb('settings.undo', undoSettingInput, undoSetting),
  ],
  pages: [showPage, groupPage, onePage, formPage, confirmPage, planPage, filePage],
  todos: settingsTodos,
});
