import { openOffice, person, actionsOf } from './support/office.ts';
import { round, seedDossier, seedRound } from './support/seed-round.ts';
it('play', async function () {
  this.timeout(100000);
  const office = await openOffice();
  await seedRound(office);
  const show = async (who: string, what: string, p: Promise<any>) => console.log(`--- ${who}: ${what}\n` + await p.then((a) => `[${a.show.page}] ${a.text.replace(/\n/g, ' | ').slice(0, 900)}`, (e: any) => `REFUSED ${e.code} ${office.turn().texts('vi').t(`errors.${e.code}`, e.facts)} ${e.stack?.slice(0,200)}`));
  const say = (who: string, t: string) => show(who, t, office.as(who).say(t));
  const pdf = (n: number) => office.attach(`Tệp ${n}.pdf`, Buffer.from(`%PDF-1.4\n%${n}\n1 0 obj<<>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF`));
  const bad = office.attach('Khóa.pdf', Buffer.from(`%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<</Root 1 0 R/Encrypt 5 0 R>>\nstartxref\n9\n%%EOF`));
  await show('an', '6 files', office.as('an').send(pdf(1), pdf(2), pdf(3), bad, pdf(4), pdf(5)));
  await show('an', 'same again', office.as('an').send(pdf(1)));
  await say('an', 'minh chứng');
  await say('an', 'hồ sơ');
  // two rounds at once
  await seedRound(office, { round: 'adhoc-2026' as any, kind: 'adhoc' as any }).catch((e) => console.log('no adhoc', e.message));
  await seedRound(office, { round: 'annual-2027', year: 2027, deadline: '2027-11-30T16:59:59.999Z' }).catch((e) => console.log(e.message));
  for (const t of ['hồ sơ', 'tham gia', 'gửi hồ sơ', 'Đợt xét khen thưởng năm 2027', 'đợt xét khen thưởng năm 2026', 'CN1', 'kết quả', 'dừng nhắc', 'việc của tôi']) await say('an', t);
  for (const t of ['Lý Ơn', 'tiếp nhận']) await say('office', t);
});
