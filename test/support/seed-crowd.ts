import { create } from '../../src/ports/documents.ts';
import { assessmentId, assessmentRecord } from '../../src/records/assessment.ts';
import { nominationId, nominationRecord } from '../../src/records/nomination.ts';
import { type Person, personRecord } from '../../src/records/person.ts';
import { dept, type Office, person, scope } from './office.ts';
import { changeNomination, nominationOf, round, seedDossier } from './seed-round.ts';

/** The longest name of the roster's kind, with a number to tell people apart. */
const longName = (i: number): string => `Tôn Nữ Hoàng Trường Phương Thảo Nguyên Công Tằng Tôn Nữ Thị Huyền Trân ${i}`;
const title = 'Chuyên viên chính phụ trách tư vấn, giới thiệu việc làm và xuất khẩu lao động';

/** More people of the advice department, all with long names; with `sent`, each with a dossier that waits for the head. */
export async function seedCrowd(office: Office, keys: readonly string[], sent = true): Promise<void> {
  const model = sent ? await sentModel(office) : null;
  for (const [i, key] of keys.entries()) {
    const id = person(key);
    const someone: Person = {
      fullName: longName(i),
      title,
      departmentId: dept('advice'),
      roles: ['staff'],
      gender: 'female',
      email: '',
      aadObjectId: `aad-${key}`,
      startDate: null,
      endDate: null,
      employmentType: 'publicEmployee',
      status: 'active',
      statusFrom: null,
      statusTo: null,
      organisations: [],
      locale: 'vi',
      quietRounds: [],
    };
    const candidate = { kind: 'person' as const, id };
    const departmentId = dept('advice');
    const snapshot = model?.snapshot && { ...model.snapshot, name: someone.fullName, title };
    await office.store.commit(scope.unit, [
      create(personRecord, scope, id, someone),
      ...(model === null
        ? []
        : [
            create(assessmentRecord, scope, assessmentId(round, id), {
              round,
              candidate,
              departmentId,
              answers: {},
              wish: 'asks',
            }),
            create(nominationRecord, scope, nominationId(round, id), {
              ...model,
              candidate,
              departmentId,
              snapshot: snapshot ?? null,
            }),
          ]),
    ]);
  }
}

/** A dossier as it is when sent; the one it was read from is withdrawn again and in nobody's list. */
async function sentModel(office: Office) {
  const id = await seedDossier(office, 'thao', { state: 'submitted' });
  const { data } = await nominationOf(office, id);
  await changeNomination(office, id, { state: 'withdrawn' });
  return data;
}
