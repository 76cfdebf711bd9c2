import { isRecord } from '../../is-record.ts';
import type { ContactDraft, JobDraft } from '../drafts.ts';
import { isMissing } from '../text-forms.ts';
import { applicationReach } from './application-reach.ts';
import { addressAttributes, contactAttributes, jobAttributes } from './attributes.ts';
import { mergeExtra } from './extra.ts';
import { documented } from './rule.ts';

type Attribute = readonly string[];

/** The input and its `extra` say different things. */
export const extraRule = documented({
  code: 'CSO_EXTRA_ADDS_ONLY',
  description: 'extra is an object that adds attributes to the job and says nothing that another field says.',
  paths: ['extra'],
  cites: 'CSO document, the example of 5.10',
  check: (job) => (job.extra === null || job.extra === undefined ? [] : mergeExtra(outlineOf(statedAttributes(job)), job.extra).problems),
});

/** The attributes that a draft's fields say something of. */
function statedAttributes(job: JobDraft): readonly Attribute[] {
  const own = stated(job, jobAttributes);
  const contacts = (['applicationContact', 'applicationProcedureContact', 'informationContact'] as const).flatMap((name) => contactOf(job[name]).map((part) => ['features', name, ...part]));
  const { email, url, address } = applicationReach(job);
  const reach = [...(email === null ? [] : [contactAttributes.email]), ...(url === null ? [] : [contactAttributes.url]), ...(address === null ? [] : stated(address.value, addressAttributes))];
  return [...own, ...contacts, ...reach.map((part) => ['features', 'applicationContact', ...part])];
}

function contactOf(contact: ContactDraft | null): readonly Attribute[] {
  if (contact === null) return [];
  return [...stated(contact, contactAttributes), ...(contact.address === null ? [] : stated(contact.address, addressAttributes))];
}

function stated<Key extends string>(values: Readonly<Record<Key, unknown>>, attributes: Readonly<Record<string, Attribute>>): readonly Attribute[] {
  const said: Readonly<Record<string, unknown>> = values;
  return Object.entries(attributes).filter(([key]) => !isMissing(said[key])).map(([, attribute]) => attribute);
}

/** An object with something at each of the places. */
function outlineOf(attributes: readonly Attribute[]): Readonly<Record<string, unknown>> {
  return attributes.reduce<Readonly<Record<string, unknown>>>(withPlace, {});
}

function withPlace(outline: Readonly<Record<string, unknown>>, [key, ...rest]: Attribute): Readonly<Record<string, unknown>> {
  if (key === undefined) return outline;
  const inner = outline[key];
  return { ...outline, [key]: rest.length === 0 ? true : withPlace(isRecord(inner) ? inner : {}, rest) };
}
