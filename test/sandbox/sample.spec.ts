import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { sampleFiles } from '../../sandbox/sample/files.ts';
import { createPeople } from '../../sandbox/server/people.ts';
import { sampleCentre, sampleRosterFile } from '../../sandbox/server/roster.ts';

describe('the sample centre', () => {
  const { rows, reach } = sampleCentre();
  const withRole = (role: string) => rows.filter((row) => row.roles.split(' ').includes(role));

  it('has 60 people in 6 departments, and a council of 7', () => {
    assert.equal(rows.length, 60);
    assert.equal(new Set(rows.map(({ department }) => department)).size, 6);
    const council = rows.filter((row) => /council/.test(row.roles));
    assert.equal(council.length, 7);
    const one = [
      'director',
      'councilChair',
      'councilViceChair',
      'councilSecretary',
      'youthSecretary',
      'massOrgSecretary',
    ];
    for (const role of one) assert.equal(withRole(role).length, 1, role);
    assert.equal(withRole('head').length, 5);
  });

  it('has unique ids, a shared name in two departments, and NFC throughout', () => {
    const people = createPeople(sampleCentre()).all;
    for (const field of ['key', 'aadObjectId', 'mri', 'chatId'] as const) {
      assert.equal(new Set(people.map((person) => person[field])).size, people.length, field);
    }
    const same = rows.filter(({ fullName }) => fullName === 'Nguyễn Thị Hương');
    assert.equal(new Set(same.map(({ department }) => department)).size, 2);
    const text = readFileSync(sampleRosterFile, 'utf8');
    assert.equal(text, text.normalize('NFC'));
  });

  it('has people who are away, left, on contract, unreachable', () => {
    const statuses = rows.map(({ status }) => status);
    assert.equal(statuses.filter((status) => status === 'maternity').length, 2);
    assert.equal(statuses.filter((status) => status === 'left').length, 1);
    const keys = rows.map(({ email }) => email.split('@')[0] ?? '');
    for (const key of [...reach.notInstalled, ...reach.blocked, ...reach.withdrawnEmail])
      assert.ok(keys.includes(key), key);
  });

  it('has files whose content is what their hint says', () => {
    const [pdf, png, empty, program, large] = sampleFiles.map(({ bytes }) => bytes());
    assert.equal(pdf?.toString('latin1', 0, 5), '%PDF-');
    assert.match(pdf?.toString('latin1') ?? '', /%%EOF\n$/);
    assert.equal(png?.toString('latin1', 1, 4), 'PNG');
    assert.equal(empty?.length, 0);
    assert.equal(program?.toString('latin1', 0, 2), 'MZ');
    assert.ok((large?.length ?? 0) > 30 * 1024 * 1024);
  });
});
