import { type Account, maySee } from './accounts.ts';
import { type Take, spelled } from './arguments.ts';
import { countsBy } from './counts.ts';
import { CsoFault } from './fault.ts';
import { matcher } from './match.ts';
import type { CsoJob } from './model.ts';
import { asTheyCome, inOrder, pageOf } from './order.ts';
import { filterOrganisations, organisationFilter } from './organisation-filter.ts';
import { type JobFilter, jobFilter } from './read-filter.ts';
import { jobDraft } from './read-job.ts';
import { emptySelection, fieldSelection } from './read-selection.ts';
import { requireWriting, saveJob, visibleJob } from './save-job.ts';
import { text } from './typed.ts';
import { wireEnumerations } from './wire-enumeration.ts';
import { wireJob } from './wire-job.ts';
import { wireOrganisation } from './wire-organisation.ts';
import type { World } from './world.ts';

/** One function of section 5: takes its arguments from the body, answers what `result` holds. */
export type CsoFunction = (world: World, take: Take) => unknown;

export const functions: Readonly<Record<string, CsoFunction>> = {
  getApiKey(world, take) {
    const [username, password] = take(['username'], ['password']);
    return world.keys.issue(text(username, 'username'), text(password, 'password'), world.switches.newKey === 'same-while-valid');
  },

  isValidApiKey(world, take) {
    const [apiKey] = take(['apiKey']);
    return world.keys.owner(text(apiKey, 'apiKey')) !== null;
  },

  getJob(world, take) {
    const [apiKey, jobCode, selection] = take(['apiKey'], ['jobCode'], ['remoteJobFieldSelection']);
    const account = accountOf(world, apiKey);
    const parts = fieldSelection(selection, 'remoteJobFieldSelection');
    return wireJob(world, existingJob(world, account, text(jobCode, 'jobCode')), parts);
  },

  getJobs(world, take) {
    const { argumentNames, startRowBase } = world.switches;
    const names = { filter: spelled(argumentNames, 'filter'), selection: spelled(argumentNames, 'fieldSelection') };
    const [apiKey, filter, selection] = take(['apiKey'], names.filter, names.selection);
    const account = accountOf(world, apiKey);
    const criteria = jobFilter(world)(filter, names.filter.join('/'));
    const parts = fieldSelection(selection, names.selection.join('/'));
    const jobs = inOrder(world, matchingJobs(world, account, criteria), criteria.metadata);
    return pageOf(jobs, criteria.metadata, startRowBase).map((job) => wireJob(world, job, parts));
  },

  /** Rows and order of the filter's metadata do not matter for a count. */
  getJobCount(world, take) {
    const names = spelled(world.switches.argumentNames, 'filter');
    const [apiKey, filter] = take(['apiKey'], names);
    const account = accountOf(world, apiKey);
    return matchingJobs(world, account, jobFilter(world)(filter, names.join('/'))).length;
  },

  getJobEnumerations(world, take) {
    const [apiKey] = take(['apiKey']);
    accountOf(world, apiKey);
    return wireEnumerations(world.enumerations, world.switches);
  },

  getOrganisations(world, take) {
    const [apiKey] = take(['apiKey']);
    accountOf(world, apiKey);
    return world.organisations.map((each) => wireOrganisation(each, world.switches.organisationSector));
  },

  getOrganisationsWithFilter(world, take) {
    const [apiKey, filter] = take(['apiKey'], ['filter']);
    accountOf(world, apiKey);
    const matches = filterOrganisations(world.organisations, organisationFilter(world.organisations)(filter, 'filter'));
    return matches.map((each) => wireOrganisation(each, world.switches.organisationSector));
  },

  getJobCountForEnumeration(world, take) {
    const [apiKey, enumerationType, filter] = take(['apiKey'], ['enumerationType'], ['filter']);
    const account = accountOf(world, apiKey);
    return countsBy(world, text(enumerationType, 'enumerationType'), matchingJobs(world, account, jobFilter(world)(filter, 'filter')));
  },

  saveJob(world, take) {
    const [apiKey, job] = take(['apiKey'], ['job']);
    const account = accountOf(world, apiKey);
    requireWriting(account, 'saveJob');
    const saved = saveJob(world, account, jobDraft(world)(job, 'job'));
    switch (world.switches.saveJobAnswer) {
      case 'string':
        return saved.code;
      case 'job':
        return wireJob(world, saved, emptySelection);
      case 'counts':
        return countsBy(world, 'Region', world.jobs.all());
    }
  },

  removeJob(world, take) {
    const [apiKey, jobCode] = take(['apiKey'], ['jobCode']);
    const account = accountOf(world, apiKey);
    requireWriting(account, 'removeJob');
    const { code } = existingJob(world, account, text(jobCode, 'jobCode'));
    world.jobs.remove(code);
    return code;
  },
};

function accountOf(world: World, apiKey: unknown): Account {
  const account = world.keys.owner(text(apiKey, 'apiKey'));
  if (account === null) throw new CsoFault(403, 'The given API key is not valid or not valid any more');
  return account;
}

function existingJob(world: World, account: Account, code: string): CsoJob {
  const job = visibleJob(world, account, code);
  if (job === undefined) throw new CsoFault(404, `There is no job with code ${code}`);
  return job;
}

function matchingJobs(world: World, account: Account, filter: JobFilter): CsoJob[] {
  const external = world.enumerations.jobPublicationStatuses.codeOf('Extern');
  const matches = matcher(world, filter);
  return asTheyCome(world).filter((job) => maySee(account, job, external) && matches(job));
}
