import { createHmac } from 'node:crypto';
import { type Command, InvalidArgumentError } from 'commander';
import { emailKey } from '../domain/application.ts';
import { cursorSecretOf } from '../server/cursor-secret.ts';
import { eraseApplicationsOf } from '../server/inbound/forget-applications.ts';
import type { Plant } from '../server/plant.ts';
import { withPlant } from './with-plant.ts';

/** `npx werkgraph applications …`: what people sent. */
export function addApplicationCommands(program: Command): void {
  const applications = program.command('applications').description('Applications that were received.');
  applications
    .command('erase')
    .description('Erases every application of a person, with its CV and what is still to be forwarded of it, and says what that was.')
    .requiredOption('--email <address>', "the person's e-mail address, whatever its case", address)
    .action(async ({ email }: { readonly email: string }) => {
      process.stdout.write(`${await withPlant((plant) => erase(plant, email))}\n`);
    });
}

function address(text: string): string {
  if (!/^[^\s@]+@[^\s@]+$/.test(text.trim())) throw new InvalidArgumentError('It is to be a whole e-mail address, such as name@example.org.');
  return text.trim();
}

async function erase(plant: Plant, email: string): Promise<string> {
  const { store } = plant;
  // In the log a plain hash of an address could be tried out; this one needs the gateway's own secret.
  const emailHash = createHmac('sha256', cursorSecretOf(plant.config)).update(`erased ${emailKey(email)}`).digest('hex');
  const { applications, resumes, pendingDeliveries } = await eraseApplicationsOf(plant, email, emailHash);
  const mentions = await store.applications.mentioning(email);
  const erased = `Erased: ${applications} applications, ${resumes} CVs, ${pendingDeliveries} pending deliveries. In the log: ${emailHash}`;
  const others = mentions.length === 0 ? '' : `\nThe address is also in the letter or own fields of applications of others, which were left: ${mentions.join(', ')}`;
  return erased + others;
}
