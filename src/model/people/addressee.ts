import { type Addressed, addressForm, isActingHead } from '../../domain/people/addressing.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Person } from '../../records/person.ts';

/** How every message speaks to its reader. */
export interface Addressing {
  /** After "Kính gửi": "Giám đốc Trần Quốc Khánh", "chị Trương Thị Ngọc Diễm, phụ trách phòng", "anh Nguyễn Văn An". */
  readonly addressee: string;
  /** Within a sentence: "Giám đốc", "chị"; "anh/chị" where the roster does not say. */
  readonly you: string;
  /** Of whoever leads a department, within a sentence: "Trưởng phòng" or "người được giao phụ trách phòng". */
  readonly post: string;
}

/** The leaders and the heads by position, everyone else by the roster's gender, or as the unit has set. */
export function addressing(
  { plan }: Pick<Turn, 'plan'>,
  texts: Texts,
  person: Addressed & Pick<Person, 'fullName' | 'gender'>,
): Addressing {
  const { fullName, title, gender } = person;
  const form = addressForm(person);
  const by = { gender, neutral: 'unstated', comrade: 'comrade' }[plan.settings.addressing ?? 'gender'];
  const you = form === 'officer' ? title : texts.t(`words.addressee.you.${by}`);
  return {
    addressee: texts.t(`words.addressee.${form}`, { fullName, title, you }),
    you,
    post: texts.t(`words.addressee.post.${isActingHead(person) ? 'acting' : 'head'}`),
  };
}
