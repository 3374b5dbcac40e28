import type { Feature } from './route.ts';
import { startFeature } from './start/start.routes.ts';

const capabilities: readonly Feature[] = [];

/** Everything the bot can do, in the order in which help lists it. */
export const features: readonly Feature[] = [...capabilities, startFeature(capabilities)];
