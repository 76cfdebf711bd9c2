import type { CsoContent, CsoJob, CsoPublication, CsoPublicationSet } from './model.ts';
import { datePublished, daysLeft, statusPublished } from './publication-state.ts';
import type { FieldSelection } from './read-selection.ts';
import { type WireObject, remote } from './wire.ts';
import { wireCode } from './wire-enumeration.ts';
import { wireFeatures } from './wire-features.ts';
import { wireOrganisationOf } from './wire-organisation.ts';
import type { World } from './world.ts';

/** A job with the parts of the selection; everything else is null (CSO document, 5.3 and 5.13). */
export function wireJob(world: World, job: CsoJob, selection: FieldSelection): WireObject {
  const { content, features, publication, organisation } = selection;
  return remote('RemoteJob', {
    code: job.code,
    externalReferenceCode: job.externalReferenceCode,
    dateCreated: job.createdMs,
    dateUpdated: job.updatedMs,
    locked: job.locked,
    organisation: organisation ? wireOrganisationOf(world.organisations, job.organisation) : null,
    content: content === null ? null : wireContent(job.content, content),
    features: features === null ? null : wireFeatures(world, job, features),
    publication: publication === null ? null : wirePublication(world, job.publication, publication.publicationSets),
  });
}

/** The four texts have no flag of their own: they come with the part. */
function wireContent(content: CsoContent, selection: NonNullable<FieldSelection['content']>): WireObject {
  const { name, description, requirements, otherDetails, employer, department } = content;
  return remote('RemoteJobContent', {
    name,
    description,
    requirements,
    otherDetails,
    employer: selection.employer && employer !== null ? remote('RemoteJobEmployer', { description: employer }) : null,
    department: selection.department ? department : null,
  });
}

function wirePublication(world: World, publication: CsoPublication, withSets: boolean): WireObject {
  return remote('RemoteJobPublicationData', {
    visible: publication.visible,
    publicationSets: withSets ? publication.sets.map((set) => wireSet(world, set)) : null,
  });
}

function wireSet({ enumerations, switches, clock }: World, set: CsoPublicationSet): WireObject {
  const now = clock.now();
  const statuses = enumerations.jobPublicationStatuses;
  const date = (ms: number | null) => (ms !== null && switches.publicationDates === 'seconds' ? Math.floor(ms / 1000) : ms);
  return remote('RemoteJobPublicationSet', {
    publications: set.phases.map((phase) =>
      remote('RemoteJobPublication', {
        publicationStatus: wireCode(statuses, phase.status, switches),
        dateStart: date(phase.startMs),
        dateEnd: date(phase.endMs),
      }),
    ),
    statusPublished: wireCode(statuses, statusPublished(set, now), switches),
    datePublished: date(datePublished(set)),
    daysLeft: daysLeft(set, now),
    jobApplicationRetentionMaxDate: date(set.retentionMaxMs),
  });
}
