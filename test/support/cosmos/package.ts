import { createRequire } from 'node:module';
import type accounts from '@vercel/cosmosdb-server/lib/account/index.js';
import type routes from '@vercel/cosmosdb-server/lib/routes.js';
import type aggregates from '@zeit/cosmosdb-query/lib/aggregate-functions.js';
import type builtins from '@zeit/cosmosdb-query/lib/builtin-functions.js';
import type queryHelpers from '@zeit/cosmosdb-query/lib/helpers.js';
import type parser from '@zeit/cosmosdb-query/lib/index.js';

/** Rooms of the packages that have no door of their own: of the older form, and imported differently by each way of running a test. */
const require = createRequire(import.meta.url);

export const { default: Account } = require('@vercel/cosmosdb-server/lib/account/index.js') as typeof accounts;
export const { default: routeOf } = require('@vercel/cosmosdb-server/lib/routes.js') as typeof routes;
export const { default: parse } = require('@zeit/cosmosdb-query/lib/index.js') as typeof parser;
export const helpers = require('@zeit/cosmosdb-query/lib/helpers.js') as typeof queryHelpers;
export const functions = [
  require('@zeit/cosmosdb-query/lib/aggregate-functions.js') as typeof aggregates,
  require('@zeit/cosmosdb-query/lib/builtin-functions.js') as typeof builtins,
] as const;
