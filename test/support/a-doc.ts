import type { Doc } from '../../src/ports/store.ts';

export function aDoc(overrides: Partial<Doc> = {}): Doc {
  return {
    unit: 'unit-1',
    tenant: 'tenant-1',
    id: 'note:1',
    type: 'note',
    v: 1,
    rev: 1,
    index: {},
    data: {},
    ...overrides,
  };
}
