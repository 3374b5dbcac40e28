import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationError,
  type BotFrameworkAuthentication,
} from 'botframework-connector';

type Logic = (context: TurnContext) => Promise<void>;

/**
 * Who is not let in gets the status of the refusal; the SDK would print a stack and, for most of them, answer 500. What fails within is told
 * to us alone: the SDK would print the whole error, and a service's repeats what it was sent.
 */
class ChannelAdapter extends CloudAdapter {
  constructor(
    authentication: BotFrameworkAuthentication,
    private readonly onFailed: (error: unknown) => void,
  ) {
    super(authentication);
  }

  protected override async processActivity(
    who: string | AuthenticateRequestResult,
    activity: Activity,
    logic: Logic,
  ): Promise<InvokeResponse | undefined> {
    let admitted: AuthenticateRequestResult;
    try {
      admitted =
        typeof who === 'string' ? await this.botFrameworkAuthentication.authenticateRequest(activity, who) : who;
    } catch (error) {
      if (error instanceof AuthenticationError) return { status: error.statusCode, body: error.message };
      throw error;
    }
    try {
      return await super.processActivity(admitted, activity, logic);
    } catch (error) {
      this.onFailed(error);
      return { status: 500 };
    }
  }
}

/** @param onFailed told of what should not have failed; the sender gets 500 and nothing of it */
export const createAdapter = (
  authentication: BotFrameworkAuthentication,
  onFailed: (error: unknown) => void,
): CloudAdapter => new ChannelAdapter(authentication, onFailed);
