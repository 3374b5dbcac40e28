import { accountsList } from '../../../src/features/accounts/refs.ts';
import { bindAccount } from '../../../src/model/people/bind-account.ts';
import { person } from '../office.ts';
import type { Tour } from './open-tour.ts';

const longName = 'Nguyễn Phước Tôn Nữ Hoàng Trường Phương Thảo Nguyên (Trung tâm Dịch vụ việc làm Khánh Hòa)';

/** Accounts that have the e-mails of people on the roster ask to be theirs. */
export async function accounts({ office, say, press, refusePress, refuse, message }: Tour): Promise<void> {
  await say('office', 'tài khoản');
  await refuse('an', 'accounts.list');
  const claimed = [
    ['director', 'Trần Quốc Khánh'],
    ['vice', longName],
    ['adviceHead', 'Đỗ Ăn'],
  ] as const;
  for (const [key, name] of claimed)
    await office.run((turn) =>
      bindAccount(turn, {
        personId: person(key),
        email: `${key.toLowerCase()}@example.vn`,
        member: { aadObjectId: `aad-new-${key.toLowerCase()}`, name },
        way: { conversationId: `a:new-${key}`, serviceUrl: 'http://127.0.0.1/', userId: `29:${key}`, botId: '28:bot' },
        list: accountsList.ref({}),
      }),
    );
  await office.runDue();
  await message('office', 'account.waits');
  const list = await say('office', 'tài khoản');
  await refusePress('office', list, { verb: 'accounts.confirm', typed: { accounts: '' } });
  await press('office', list, { verb: 'accounts.refuse', typed: { accounts: 'aad-new-vice' } });
  await press('office', list, { verb: 'accounts.confirm', typed: { accounts: 'aad-new-director' } });
  await press('office', list, { verb: 'accounts.confirm', typed: { accounts: 'aad-new-director' } });
}
