import { create } from '../../../src/ports/documents.ts';
import { type Person, personRecord } from '../../../src/records/person.ts';
import { type Office, person, scope } from '../../support/office.ts';

/** As many people more in the department, none of whom has begun; long names. @returns their ids */
export async function crowd(office: Office, departmentId: string, count: number): Promise<string[]> {
  const stored = await office.store.get(scope.unit, person('an'));
  if (stored === undefined) throw new Error('no an in the cast');
  const ids = Array.from({ length: count }, (_, i) => `person:${departmentId.slice(11)}${String(i).padStart(4, '0')}`);
  for (const [i, id] of ids.entries()) {
    const data = {
      ...(stored.doc.data as Person),
      departmentId,
      fullName: `Tôn Nữ Hoàng Trường Phương Thảo Nguyên ${i}`,
    };
    await office.store.commit(scope.unit, [create(personRecord, scope, id, data)]);
  }
  return ids;
}
