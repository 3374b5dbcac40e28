import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { owe } from '../../../src/delivery/owe/owe.ts';
import { morningOf } from '../../../src/domain/calendar/morning.ts';
import { morningMessage, morningOwing } from '../../../src/model/sending/morning.ts';
import { deliveryId } from '../../../src/records/message.ts';
import { end } from '../../features/sendings/a-sending.ts';
import { openOffice, person, scope } from '../../support/office.ts';

describe('what is found while the message of the morning is being posted', () => {
  for (const [at, isTold] of [
    ['08:30:00', true],
    ['08:31:31', false],
  ] as const)
    it(`at ${at} is ${isTold ? 'told by it, and not once more' : 'told alone: it may have been composed before'}`, async () => {
      const office = await openOffice({ now: '2026-11-16T08:30:00' });
      const morning = morningOf(office.now, office.plan);
      const message = morningMessage(person('an'), morning);
      await office.store.commit(scope.unit, [owe(scope, office.now, message)]);
      office.set('2026-11-16T08:31:31');
      await end(office, deliveryId(message.subject, message.rev, message.kind, message.to), { state: 'sending' });
      const found = DateTime.fromISO(`2026-11-16T${at}`, { zone: office.plan.zone });
      const alone = { sections: [], subject: 'spread:x' };
      const owing = await morningOwing(office.turn(), { to: person('an'), morning, found, alone });
      assert.deepEqual(owing?.subject, isTold ? undefined : 'spread:x');
    });
});
