import assert from 'node:assert/strict';
import type { PersonClient } from '../../sandbox/client.ts';
import { sampleFiles } from '../../sandbox/sample/files.ts';
import { isOwed, type SeenMessage } from '../../sandbox/seen.ts';
import { sheetTyped } from '../../test/support/sheet.ts';

const words = 'Hoàn thành tốt nhiệm vụ được giao trong năm, có đổi mới trong cách làm, được đồng nghiệp ghi nhận.';

/** Says a command and gives the answer, though what had become due may come in the same moment. */
export async function ask(who: PersonClient, text: string): Promise<SeenMessage> {
  const messages = await who.say(text);
  const answer = messages.findLast(({ card }) => card === undefined || !isOwed(card));
  assert.ok(answer, `no answer to “${text}”`);
  return answer;
}

/** As the launch asks everybody to. */
export async function acknowledge(who: PersonClient): Promise<void> {
  const launch = who.messages().find(({ card }) => JSON.stringify(card).includes('"announce.acknowledge"'));
  assert.ok(launch, 'the launch has come');
  await who.click(launch, 'announce.acknowledge');
}

/** Everything is typed on one card. @returns the card that asks whether to send */
export async function saveSheet(who: PersonClient, sheet: SeenMessage): Promise<SeenMessage> {
  const typed = sheetTyped(sheet.card, words);
  const saved = await who.click(sheet, 'assess.sheet', { ...typed, level: 'unit' }, { title: 'Xem lại và gửi' });
  return saved.message;
}

/** One file, put to its criterion. */
export async function sendEvidence(who: PersonClient): Promise<void> {
  const pdf = sampleFiles.find(({ name }) => name.endsWith('.pdf'));
  assert.ok(pdf);
  await ask(who, 'minh chứng');
  const isResult = ({ words: said }: SeenMessage): boolean => said.includes('Kết quả nhận tệp');
  const answered = await who.upload(pdf.name, pdf.bytes());
  const received = answered.find(isResult) ?? (await who.next(isResult, 40_000));
  const card = JSON.stringify(received.card);
  const input = /"id":"(to\d+)"/.exec(card)?.[1] ?? '';
  await who.click(received, 'evidence.sort', { [input]: /"value":"([^"]* CN1)"/.exec(card)?.[1] ?? '' });
}

/** Opens the first dossier that waits, and agrees. */
export async function giveOpinion(head: PersonClient): Promise<void> {
  const opened = await head.click(await ask(head, 'xác nhận'), 'review.open');
  await head.click(opened.message, 'review.agree', {}, { title: 'Đồng ý → hồ sơ tiếp theo' });
}

export async function acceptDossier(office: PersonClient): Promise<void> {
  const opened = await office.click(await ask(office, 'tiếp nhận'), 'intake.open');
  await office.click(opened.message, 'intake.accept');
}

export interface Leaders {
  readonly secretary: PersonClient;
  readonly director: PersonClient;
}

/** The council on all that waits, of one mind; the decision on it, and its publication. */
export async function concludeRound({ secretary, director }: Leaders, heldOn: string): Promise<void> {
  const form = await secretary.click(await ask(secretary, 'hội đồng'), 'council.form');
  const recorded = await secretary.click(form.message, 'council.record', { heldOn, place: 'Phòng họp tầng 2' });
  const all = await secretary.click(recorded.message, 'council.all');
  const saved = await secretary.click(all.message, 'council.saveAll');
  const closing = await secretary.click(saved.message, 'council.close');
  await secretary.click(closing.message, 'council.close');
  const content = await director.click(await ask(director, 'quyết định'), 'decide.agree');
  await director.click(content.message, 'decide.agree');
  const opened = await secretary.click(await ask(secretary, 'quyết định'), 'decide.decision');
  const paper = await secretary.click(opened.message, 'decide.paper');
  await secretary.click(paper.message, 'decide.record', { number: '45/QĐ-DVVLKH', issuedOn: heldOn });
  const confirm = await secretary.click(await ask(secretary, 'công bố'), 'publish.results');
  await secretary.click(confirm.message, 'publish.results');
}
