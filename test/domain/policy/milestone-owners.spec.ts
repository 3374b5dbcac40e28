import assert from 'node:assert/strict';
import type { Actor } from '../../../src/domain/policy/actor.ts';
import { leadersOf } from '../../../src/domain/policy/at-work.ts';
import {
  escalatedTo,
  mayEditMilestones,
  mayOwnMilestone,
  mayTickMilestone,
  ownersOf,
  standInsFor,
  unled,
} from '../../../src/domain/policy/milestone-owners.ts';
import type { Role } from '../../../src/domain/policy/roles.ts';

const who = (id: string, departmentId: string, ...roles: Role[]): Actor => ({ id, departmentId, roles });
const director = who('director', 'lead', 'director', 'councilChair');
const vice = who('vice', 'lead', 'deputyDirector');
const officeHead = who('officeHead', 'office', 'head', 'office');
const clerk = who('clerk', 'office', 'office');
const secretary = who('secretary', 'office', 'office', 'councilSecretary');
const head = who('head', 'advice', 'head');
const deputy = who('deputy', 'advice', 'deputy');
const otherHead = who('otherHead', 'insurance', 'head');
const staff = who('staff', 'advice', 'staff');
const all = [director, vice, officeHead, clerk, secretary, head, deputy, otherHead, staff];
const without = (...gone: Actor[]) => all.filter((person) => !gone.includes(person));
const ids = (people: readonly Actor[]) => people.map((person) => person.id);
const open = ['office', 'advice', 'insurance'];

describe('who owns a milestone today', () => {
  it('is whoever holds the role', () => {
    assert.deepEqual(ids(ownersOf('office', all, open)), ['officeHead', 'clerk', 'secretary']);
    assert.deepEqual(ids(ownersOf('councilSecretary', all, open)), ['secretary']);
    assert.deepEqual(ids(ownersOf('director', all, open)), ['director']);
  });
  it('is the head of each department with something left to do, and nobody else’s', () => {
    assert.deepEqual(ids(ownersOf('head', all, open)), ['officeHead', 'head', 'otherHead']);
    assert.deepEqual(ids(ownersOf('head', all, ['advice'])), ['head']);
    assert.deepEqual(ids(ownersOf('head', all, [])), []);
  });
  it('is the deputy while the head is away, and then nobody', () => {
    assert.deepEqual(ids(leadersOf('advice', without(head))), ['deputy']);
    assert.deepEqual(unled(without(head), open), []);
    assert.deepEqual(unled(without(head, deputy), open), ['advice']);
    assert.deepEqual(unled(without(otherHead), ['advice']), []);
  });
});

describe('who is told instead', () => {
  it('the office that nobody holds a role, the director when the office is empty, the deputies when there is none', () => {
    assert.deepEqual(ids(standInsFor(all)), ['officeHead', 'clerk', 'secretary']);
    const noOffice = without(officeHead, clerk, secretary);
    assert.deepEqual(ids(standInsFor(noOffice)), ['director']);
    assert.deepEqual(ids(standInsFor(noOffice.filter((person) => person !== director))), ['vice']);
  });
  it('the head of the office and the director of what is overdue', () => {
    assert.deepEqual(ids(escalatedTo(all, ['office'])), ['officeHead', 'director']);
    assert.deepEqual(ids(escalatedTo(without(officeHead), ['office'])), ['clerk', 'secretary', 'director']);
    assert.deepEqual(ids(escalatedTo(without(director), ['office'])), ['officeHead', 'vice']);
  });
  it('one person only once', () => {
    const both = who('both', 'office', 'head', 'office', 'director');
    assert.deepEqual(ids(escalatedTo([both], ['office'])), ['both']);
  });
});

describe('who may do what with a milestone', () => {
  const ticks: readonly [actor: Actor, owner: 'head' | 'office' | 'councilSecretary' | 'director', may: boolean][] = [
    [clerk, 'director', true],
    [clerk, 'head', true],
    [director, 'director', true],
    [director, 'office', false],
    [director, 'councilSecretary', false],
    [vice, 'director', false],
    [head, 'head', false],
    [staff, 'head', false],
  ];
  for (const [actor, owner, may] of ticks) {
    it(`${actor.id} ${may ? 'ticks' : 'does not tick'} what the ${owner} owns`, () => {
      assert.equal(mayTickMilestone(actor, owner), may);
    });
  }
  it('the office alone sets dates', () => {
    assert.deepEqual(ids(all.filter(mayEditMilestones)), ['officeHead', 'clerk', 'secretary']);
  });
  it('the list is for everyone who may own one', () => {
    assert.deepEqual(ids(all.filter((person) => !mayOwnMilestone(person))), ['staff']);
  });
});
