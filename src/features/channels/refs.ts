import { z } from 'zod';
import { pageName } from '../../pipeline/page-name.ts';
import { channelPurpose } from '../../records/address.ts';

export const channelChoose = pageName('channel.choose', z.strictObject({}));
export const channelBound = pageName('channel.bound', z.strictObject({ purpose: channelPurpose }));
export const channelShow = pageName('channel.show', z.strictObject({ purpose: channelPurpose }));
