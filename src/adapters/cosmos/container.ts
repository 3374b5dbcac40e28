import type { ContainerRequest } from '@azure/cosmos';

const ascending = (...paths: readonly string[]) => paths.map((path) => ({ path, order: 'ascending' as const }));

/**
 * The one container. A unit is a partition, so that a commit is one transactional batch. Indexed is what some query of `queries.ts` asks
 * for and nothing else: each further term makes every write dearer. `id` is always indexed. The partition key is not unless it is named.
 */
export const documents = {
  id: 'documents',
  // Of version 1, only the first 100 bytes count.
  partitionKey: { paths: ['/unit'], version: 2 },
  indexingPolicy: {
    indexingMode: 'consistent',
    automatic: true,
    includedPaths: ['/unit/?', '/type/?', '/lane/?', '/dueAt/?', '/index/*'].map((path) => ({ path })),
    excludedPaths: [{ path: '/*' }],
    // What is sorted by two properties is answered only from an index over both.
    compositeIndexes: [ascending('/type', '/id'), ascending('/lane', '/dueAt')],
  },
} satisfies ContainerRequest;
