import type { DateTime } from 'luxon';
import { list, load } from '../../ports/documents.ts';
import { type Campaign, receiptRecord } from '../../records/campaign.ts';
import { type Delivery, deliveryRecord, spreadRecord } from '../../records/message.ts';
import type { Loaded } from '../../records/record.ts';
import type { Deps } from '../context.ts';
import { isOfLaunch } from '../launch-receipt.ts';
import { audienceOf, type DepartmentAudience, type Recipient } from './audience.ts';

/** How far the launch has come with one person; whoever has read it has been reached, whatever the service said. */
export type Told = 'read' | 'delivered' | 'doubtful' | 'pending' | 'unreachable';

export interface Reader extends Recipient {
  readonly told: Told;
}

export interface DepartmentReading extends Pick<DepartmentAudience, 'department'> {
  readonly recipients: readonly Reader[];
}

/** Who was told, who has read, who has not, department by department. */
export async function readingOf(deps: Deps, campaign: Loaded<Campaign>, at: DateTime): Promise<DepartmentReading[]> {
  const { unit } = deps.scope;
  const cause = campaign.data.spreadId;
  const [audience, deliveries, receipts, spread] = await Promise.all([
    audienceOf(deps, at),
    list(deps.store, { unit, type: deliveryRecord, where: { field: 'cause', equals: cause } }),
    list(deps.store, { unit, type: receiptRecord, where: { field: 'cause', equals: campaign.id } }),
    load(deps.store, unit, spreadRecord, cause),
  ]);
  const delivery = new Map(deliveries.map(({ data }) => [data.to, data]));
  const read = new Set(receipts.filter(({ data }) => isOfLaunch(data, campaign)).map(({ data }) => data.person));
  const isRunning = spread?.data.state === 'running';
  return audience.map(({ department, recipients }) => ({
    department,
    recipients: recipients.map((recipient) => ({
      ...recipient,
      told: read.has(recipient.person.id) ? 'read' : toldBy(delivery.get(recipient.person.id), isRunning),
    })),
  }));
}

function toldBy(delivery: Delivery | undefined, isRunning: boolean): Told {
  switch (delivery?.state) {
    case undefined:
      return isRunning ? 'pending' : 'unreachable';
    case 'sent':
      return 'delivered';
    case 'ambiguous':
      return 'doubtful';
    case 'pending':
    case 'sending':
      return 'pending';
    default:
      return 'unreachable';
  }
}

export const countTold = (readers: readonly Reader[], ...wanted: readonly Told[]): number =>
  readers.filter(({ told }) => wanted.includes(told)).length;
