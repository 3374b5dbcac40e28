import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationError,
  type BotFrameworkAuthentication,
} from 'botframework-connector';
import { type Exchange, inTime, openExchange, type Patience } from './in-time.ts';

type Logic = (context: TurnContext, exchange: Exchange) => Promise<void>;

/** The SDK's adapter for a channel's activities that the gate has let pass. */
export class ChannelAdapter extends CloudAdapter {
  private readonly working = new Set<Promise<unknown>>();

  constructor(
    authentication: BotFrameworkAuthentication,
    private readonly onFailed: (error: unknown) => void,
    private readonly patience: Patience,
  ) {
    super(authentication);
  }

  /**
   * The SDK's `process` without its request and response, both of which it checks with schemas that it makes anew each time, the whole activity
   * twice. Who is not let in gets the status of the refusal; what fails within is told to us alone, since a service's error repeats what it was
   * sent: `process` would print it all.
   * @returns what the sender is to be told; it never throws
   */
  async answer(activity: Activity, authorization: string, logic: Logic): Promise<InvokeResponse> {
    let admitted: AuthenticateRequestResult;
    try {
      admitted = await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
    } catch (error) {
      if (error instanceof AuthenticationError) return { status: error.statusCode, body: error.message };
      return this.failed(error);
    }
    const exchange = openExchange();
    const work = this.work(admitted, activity, (context) => logic(context, exchange));
    return activity.type === 'invoke' ? inTime(work, { activity, exchange }, this.patience) : work;
  }

  private async work(...turn: Parameters<ChannelAdapter['processActivity']>): Promise<InvokeResponse> {
    const work = this.processActivity(...turn);
    this.working.add(work);
    try {
      return (await work) ?? { status: 200 };
    } catch (error) {
      return this.failed(error);
    } finally {
      this.working.delete(work);
    }
  }

  /** Resolves when nothing is worked at any more, for whomever it was answered before it was done included. */
  async finished(): Promise<void> {
    await Promise.allSettled(this.working);
  }

  private failed(error: unknown): InvokeResponse {
    this.onFailed(error);
    return { status: 500 };
  }
}

/** @param onFailed told of what should not have failed; the sender gets 500 and nothing of it */
export const createAdapter = (
  authentication: BotFrameworkAuthentication,
  onFailed: (error: unknown) => void,
  patience: Patience,
): ChannelAdapter => new ChannelAdapter(authentication, onFailed, patience);
