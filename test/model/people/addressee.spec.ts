import assert from 'node:assert/strict';
import { texts } from '../../../src/adapters/texts/texts.ts';
import type { Role } from '../../../src/domain/policy/roles.ts';
import { addressing } from '../../../src/model/people/addressee.ts';
import { khanhHoaPlan } from '../../support/khanh-hoa-plan.ts';
import { openOffice } from '../../support/office.ts';
import { round, seedRound } from '../../support/seed-round.ts';

type Gender = 'female' | 'male' | 'unstated';

describe('how a person is written to', () => {
  const cases: [roles: Role[], title: string, gender: Gender, addressee: string, you: string, post: string][] = [
    [['director', 'councilChair'], 'Giám đốc', 'male', 'Giám đốc X', 'Giám đốc', 'Trưởng phòng'],
    [['deputyDirector'], 'Phó Giám đốc', 'female', 'Phó Giám đốc X', 'Phó Giám đốc', 'Trưởng phòng'],
    [['head', 'council'], 'Trưởng phòng', 'female', 'Trưởng phòng X', 'Trưởng phòng', 'Trưởng phòng'],
    [['head'], 'Kế toán trưởng', 'female', 'Kế toán trưởng X', 'Kế toán trưởng', 'Trưởng phòng'],
    [
      ['head'],
      'Phó Trưởng phòng, được giao phụ trách phòng',
      'female',
      'chị X, phụ trách phòng',
      'chị',
      'người được giao phụ trách phòng',
    ],
    [['head'], 'Phó Trưởng phòng', 'male', 'anh X, phụ trách phòng', 'anh', 'người được giao phụ trách phòng'],
    [['head'], 'Quyền Trưởng phòng', 'male', 'anh X, phụ trách phòng', 'anh', 'người được giao phụ trách phòng'],
    [['head'], 'Chuyên viên', 'unstated', 'anh/chị X, phụ trách phòng', 'anh/chị', 'người được giao phụ trách phòng'],
    [['head'], 'TRUONG PHONG', 'male', 'TRUONG PHONG X', 'TRUONG PHONG', 'Trưởng phòng'],
    [
      ['head'],
      'Chuyên viên phân tích thị trường',
      'male',
      'anh X, phụ trách phòng',
      'anh',
      'người được giao phụ trách phòng',
    ],
    [['deputy'], 'Cán bộ môi trường', 'female', 'chị X', 'chị', 'Trưởng phòng'],
    [['deputy'], 'Phó Trưởng phòng', 'male', 'Phó Trưởng phòng X', 'Phó Trưởng phòng', 'Trưởng phòng'],
    [['deputy'], 'Chuyên viên', 'female', 'chị X', 'chị', 'Trưởng phòng'],
    [['staff'], 'Chuyên viên', 'female', 'chị X', 'chị', 'Trưởng phòng'],
    [['staff', 'office'], 'Chuyên viên', 'male', 'anh X', 'anh', 'Trưởng phòng'],
    [['staff'], '', 'unstated', 'anh/chị X', 'anh/chị', 'Trưởng phòng'],
    [['head'], '', 'male', 'anh X', 'anh', 'Trưởng phòng'],
  ];
  for (const [roles, title, gender, addressee, you, post] of cases) {
    it(`${roles.join(' ')}, ${title || 'no title'}, ${gender}: ${addressee}`, () => {
      const found = addressing({ plan: khanhHoaPlan }, texts('vi'), { roles, title, gender, fullName: 'X' });
      assert.deepEqual(found, { addressee, you, post });
    });
  }

  it('is the same in the welcome, the launch, the opening of a round and the reminder', async () => {
    const office = await openOffice({
      now: '2026-11-23T08:30:00',
      people: {
        an: { gender: 'male' },
        an2: { gender: 'unstated' },
        adviceHead: { title: 'Phó Trưởng phòng, phụ trách phòng', gender: 'female' },
      },
    });
    await seedRound(office);
    const greetings = {
      director: 'Kính gửi Giám đốc Trần Quốc Khánh.',
      insuranceHead: 'Kính gửi Trưởng phòng Võ Thị Ý.',
      adviceHead: 'Kính gửi chị Đỗ Ăn, phụ trách phòng.',
      an: 'Kính gửi anh Nguyễn Văn An.',
      an2: 'Kính gửi anh/chị Nguyễn Văn An.',
    };
    for (const [key, greeting] of Object.entries(greetings)) {
      const own = office.as(key);
      for (const [page, params] of [
        ['start.welcome', {}],
        ['round.opened', { round }],
        ['reminders.staff', { day: '2026-11-23' }],
      ] as const) {
        const shown = await own.page(page, params);
        const text = JSON.stringify(shown?.card);
        assert.ok(text.includes(greeting), `${page} to ${key}: ${text}`);
        if (key !== 'an2') assert.ok(!text.includes('anh/chị') || page === 'start.welcome', `${page} to ${key}`);
      }
      const opened = JSON.stringify((await own.page('round.opened', { round }))?.card);
      assert.equal(opened.includes('Đề nghị người được giao phụ trách phòng'), key === 'adviceHead');
    }
  });
});
