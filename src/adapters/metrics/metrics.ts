import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds. From a turn on a quiet machine to the moment at which Teams delivers an activity again. */
const turnBuckets = [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];
/** Seconds. A request to Teams ends after 9.5. */
const sendBuckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * What the process tells of itself in numbers. Labels name kinds, states and codes, and never a person, a unit or a document: whoever
 * reads them learns how the bot is, and nothing of whom it serves.
 */
export function createMetrics() {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  return {
    register,
    turns: new Histogram({
      name: 'thidua_turn_seconds',
      help: 'From an activity that was let in to the end of its turn, answers included',
      labelNames: ['outcome'],
      buckets: turnBuckets,
      registers,
    }),
    sends: new Histogram({
      name: 'thidua_send_seconds',
      help: 'Requests to the service of Teams for messages that are owed, posted or kept in step',
      labelNames: ['request', 'outcome'],
      buckets: sendBuckets,
      registers,
    }),
    signIns: new Counter({
      name: 'thidua_sign_ins_total',
      help: 'Tokens that requests came with, by what became of them',
      labelNames: ['outcome'],
      registers,
    }),
    storeCalls: new Counter({
      name: 'thidua_store_calls_total',
      help: 'Calls to the store',
      labelNames: ['call'],
      registers,
    }),
    storeErrors: new Counter({
      name: 'thidua_store_errors_total',
      help: 'Calls that the store refused; Conflict and Duplicate are two who wrote at once',
      labelNames: ['call', 'code'],
      registers,
    }),
    requestUnits: new Counter({
      name: 'thidua_store_request_units_total',
      help: 'Request units that Cosmos DB has charged',
      labelNames: ['call'],
      registers,
    }),
    deliveries: new Gauge({
      name: 'thidua_deliveries',
      help: 'Messages by how they stand, in all units together; settled is the rest, sent or with nothing to tell any more',
      labelNames: ['state'],
      registers,
    }),
    oldestDue: new Gauge({
      name: 'thidua_oldest_due_delivery_seconds',
      help: 'For how long the message has waited that has waited longest beyond the moment it was to go; 0 when none waits',
      registers,
    }),
    holdsLease: new Gauge({
      name: 'thidua_holds_lease',
      help: '1 in the one process that sends and sweeps',
      registers,
    }),
    alerts: new Gauge({
      name: 'thidua_alert',
      help: '1 while the alert lasts',
      labelNames: ['id'],
      registers,
    }),
  };
}
export type Metrics = ReturnType<typeof createMetrics>;
