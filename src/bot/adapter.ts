import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationError,
  type BotFrameworkAuthentication,
} from 'botframework-connector';

type Logic = (context: TurnContext) => Promise<void>;

/** Who is not let in gets the status of the refusal; the SDK would print a stack and, for most of them, answer 500. */
class ChannelAdapter extends CloudAdapter {
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
    return super.processActivity(admitted, activity, logic);
  }
}

export const createAdapter = (authentication: BotFrameworkAuthentication): CloudAdapter =>
  new ChannelAdapter(authentication);
