import { dice } from '../dice.ts';
import type { FaultKind, FaultRule, NewFault, Operation } from '../shared/types.ts';

export type Faults = ReturnType<typeof createFaults>;

/** The answers that faults give in place of Teams'; kinds that are not here act on the connection or on time. */
export const faultAnswers: Partial<Record<FaultKind, { status: number; code: string }>> = {
  throttle: { status: 429, code: 'Throttled' },
  unauthorized: { status: 401, code: 'BotNotRegistered' },
  disabledByAdmin: { status: 403, code: 'BotDisabledByAdmin' },
  precondition: { status: 412, code: 'PreconditionFailed' },
  internalError: { status: 500, code: 'ServiceError' },
  badGateway: { status: 502, code: 'BadGateway' },
  unavailable: { status: 503, code: 'ServiceUnavailable' },
  gatewayTimeout: { status: 504, code: 'GatewayTimeout' },
};

const struckByDefault: readonly Operation[] = ['send', 'update', 'create'];

function concerns({ kind, operations = [...struckByDefault] }: FaultRule, operation: Operation | 'click'): boolean {
  if (operation === 'click' || kind === 'redelivery') return operation === 'click' && kind === 'redelivery';
  return operations.includes(operation);
}

/** Faults that the page and the tests switch on. The dice are seeded: two runs with the same requests meet the same faults. */
export function createFaults(changed: () => void, seed = 1) {
  let rules: FaultRule[] = [];
  let made = 0;
  const roll = dice(seed);
  return {
    list: (): FaultRule[] => rules.map((rule) => ({ ...rule })),
    add(fault: NewFault): FaultRule {
      made += 1;
      const rule = { ...fault, id: `f${made}`, hits: 0 };
      rules.push(rule);
      changed();
      return rule;
    },
    remove(id: string) {
      rules = rules.filter((rule) => rule.id !== id);
      changed();
    },
    clear() {
      rules = [];
      changed();
    },
    /** The first rule that hits this request of the bot, or this click of a person, if any. */
    strike(operation: Operation | 'click'): FaultRule | undefined {
      const rule = rules.find(
        (candidate) =>
          concerns(candidate, operation) && (candidate.percent === undefined || roll() * 100 < candidate.percent),
      );
      if (!rule) return undefined;
      rule.hits += 1;
      if (rule.count !== undefined) {
        rule.count -= 1;
        if (rule.count <= 0) rules = rules.filter((other) => other !== rule);
        changed();
      }
      return rule;
    },
  };
}
