import { oweRefresh } from '../../../delivery/owe/owe.ts';
import { remove } from '../../../ports/documents.ts';
import { accountBy, accountRecord } from '../../../records/account.ts';
import { installedId, installedRecord } from '../../../records/app-install.ts';
import { answerId, answerRecord } from '../../../records/call.ts';
import { receiptId, receiptRecord } from '../../../records/campaign.ts';
import { openedId, openedRecord } from '../../../records/opened.ts';
import { questionBy, questionRecord } from '../../../records/question.ts';
import { rosterAwaitedId, rosterAwaitedRecord } from '../../../records/roster-import.ts';
import { unfinishedId, unfinishedRecord } from '../../../records/unfinished.ts';
import { nothingLeft, type Part, stepSize } from './part.ts';

/** What the person has said besides their dossiers: read, taking part, asked, begun to type; and what their clicks have left. */
export const forgetSaid: Part = async (turn, { person: { id }, campaigns, calls }) => {
  const [receipts, answers, questions, accounts, opened, unfinished, installed, awaited] = await Promise.all([
    turn.getMany(
      receiptRecord,
      campaigns.map((campaign) => receiptId(campaign, id)),
    ),
    turn.getMany(
      answerRecord,
      calls.map((call) => answerId(call, id)),
    ),
    turn.list(questionRecord, questionBy.person(id)),
    turn.list(accountRecord, accountBy.person(id)),
    turn.get(openedRecord, openedId(id)),
    turn.get(unfinishedRecord, unfinishedId(id)),
    turn.get(installedRecord, installedId(id)),
    turn.get(rosterAwaitedRecord, rosterAwaitedId(id)),
  ]);
  const answered = [...answers.values()].slice(0, stepSize);
  const others = [...receipts.values(), ...questions, ...accounts, opened, unfinished, installed, awaited].flatMap(
    (one) => one ?? [],
  );
  const rest = others.slice(0, stepSize - answered.length);
  const n = answered.length + rest.length;
  if (n === 0) return nothingLeft;
  return {
    // Cards of a call count who takes part.
    changes: [
      ...answered.flatMap((answer) => [
        remove(answer),
        oweRefresh(turn.scope, turn.clock.now(), answer.data.call, turn.newId()),
      ]),
      ...rest.map(remove<unknown>),
    ],
    n,
    next: '',
  };
};
