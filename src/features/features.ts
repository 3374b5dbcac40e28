import { callsFeature } from './calls/calls.routes.ts';
import { intakeFeature } from './intake/intake.routes.ts';
import type { Feature } from './route.ts';
import { startFeature } from './start/start.routes.ts';

const capabilities: readonly Feature[] = [intakeFeature, callsFeature];

/** Everything the bot can do, in the order in which help lists it. */
export const features: readonly Feature[] = [...capabilities, startFeature(capabilities)];
