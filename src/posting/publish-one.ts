import type { Context } from '../context.ts';
import type { ChannelResult } from './outcomes.ts';
import type { PostingPlan } from './plan.ts';
import { publish } from './publish.ts';

/** Posts a plan that is for one channel. */
export async function publishOne(context: Context, plan: PostingPlan): Promise<ChannelResult> {
  const { channels } = await publish(context, plan);
  const [result] = channels;
  if (result === undefined) throw new Error('a plan for one channel came to nothing');
  return result;
}
