import type { Setting } from './setting.ts';

type Declared = Pick<Setting, 'group' | 'counts' | 'schema' | 'fields' | 'typed' | 'value' | 'inPlan' | 'put'> &
  Partial<Pick<Setting, 'of' | 'isOpen' | 'fixedFrom' | 'years'>>;

const nothing = (value: unknown): boolean => value === '' || value === null;

/** @param id by which changes name it: `authority-so` is the setting `authority` of that level */
export const setting = (id: string, of: Declared): Setting => ({
  of: {},
  isOpen: nothing,
  ...of,
  id,
  name: id.split('-', 1)[0] ?? id,
});
