import type { Draft, PostingChannel } from './drafts.ts';
import type { InputForm } from './input-form.ts';
import type { PublishInput } from './inputs.ts';
import { jobOfPublish } from './publish-job.ts';
import { vacancyOfPublish } from './publish-vacancy.ts';

/** What is sent to a channel, and where its fields stand in the input that it was made from. */
export interface PlacedDraft {
  readonly draft: Draft;
  readonly form: InputForm;
}

/** One vacancy as each of the channels wants it, in the order of the channels, each once. */
export function draftsOf(input: PublishInput, channels: readonly PostingChannel[]): readonly PlacedDraft[] {
  return [...new Set(channels)].map((channel) => draftOf(input, channel));
}

function draftOf(input: PublishInput, channel: PostingChannel): PlacedDraft {
  switch (channel) {
    case 'CSO': {
      const { job, form } = jobOfPublish(input);
      return { draft: { channel, job }, form };
    }
    case 'ICTERGEZOCHT': {
      const { vacancy, form } = vacancyOfPublish(input);
      return { draft: { channel, vacancy }, form };
    }
  }
}
