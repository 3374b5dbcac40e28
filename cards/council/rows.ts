import {
  accent,
  close,
  type Execute,
  middle,
  narrow,
  opens,
  row,
  ruled,
  stack,
  state,
  tight,
  titled,
  wide,
} from '../kit/kit.ts';
import type { CandidateRow, Row } from './views.ts';

/** Name, detail and state side by side. */
const line = ({ name, detail, chip, tone }: Row, isLink: boolean) =>
  row([wide([titled(name, detail, isLink && accent)]), narrow([state(chip, tone)], middle)]);

export const sessionRow = (session: Row, action: Execute) => stack([line(session, true)], ruled, close, opens(action));

export const candidateRow = (candidate: CandidateRow, action: Execute) =>
  stack(
    [
      candidate.mayOpen && stack([line(candidate, true)], tight, opens(action)),
      candidate.mayNot && stack([line(candidate, false)], tight),
    ],
    ruled,
    close,
  );
