import { each } from '../ports/documents.ts';
import type { FileName } from '../ports/files.ts';
import type { Store } from '../ports/store.ts';
import type { RecordType } from '../records/record.ts';

/** Records of one type that name files: what none of any capability's names is deleted. */
export interface KeptFiles {
  /** The files of all units: several may be kept in one place. */
  named(store: Store): AsyncIterable<FileName>;
}

/** @param fileOf undefined for a record without one */
export const keepsFiles = <T>(record: RecordType<T>, fileOf: (data: T) => FileName | undefined): KeptFiles => ({
  async *named(store) {
    for (const unit of (await store.totals(record.type)).keys())
      for await (const { data } of each(store, { unit, type: record })) {
        const file = fileOf(data);
        if (file !== undefined) yield file;
      }
  },
});
