import type { GraphQLResolveInfo } from 'graphql';
import { requireReadOf } from '../authorisation/index.ts';
import type { Context } from '../context.ts';
import type { EnumerationValue } from '../domain/enumeration.ts';
import { BadInput } from '../domain/errors.ts';
import { parseGlobalId } from '../domain/ids.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Vacancy } from '../domain/vacancy.ts';
import { loadEnumerationValue, loadOrganisation } from '../federate/lookup.ts';
import type { NodeResolvers, QueryResolvers } from '../generated/resolvers.ts';
import { readVacancy } from '../posting/read-vacancy.ts';
import { eachRow } from './edge.ts';
import { vacancyFieldsOf } from './selection.ts';

const maxIds = 250;

type NodeModel = Vacancy | Organisation | EnumerationValue;

export const Node: NodeResolvers = {
  __resolveType: (node) => {
    if ('list' in node) return 'EnumerationValue';
    return 'code' in node ? 'Organisation' : 'Vacancy';
  },
};

export const nodeQueries: Pick<QueryResolvers, 'node' | 'nodes'> = {
  node: (_parent, { id }, context, info) => loadNode(context, info, id, ['id']),
  nodes: (_parent, { ids }, context, info) => {
    if (ids.length > maxIds) throw new BadInput(['ids'], `holds more than ${maxIds} ids`);
    // Every id is looked at before the first is fetched.
    for (const [index, id] of ids.entries()) kindOf(id, ['ids', String(index)]);
    return eachRow(ids.map((id, index) => loadNode(context, info, id, ['ids', String(index)])));
  },
};

function kindOf(id: string, path: readonly string[]) {
  const parsed = parseGlobalId(id, path);
  if (parsed.kind !== 'vacancy' && parsed.kind !== 'organisation' && parsed.kind !== 'enumeration') throw new BadInput(path, `is the id of a thing (${parsed.kind}) that is not a Node`);
  return { ...parsed, kind: parsed.kind };
}

async function loadNode(context: Context, info: GraphQLResolveInfo, id: string, path: readonly string[]): Promise<NodeModel | null> {
  const { source, kind, sourceId } = kindOf(id, path);
  switch (kind) {
    case 'vacancy':
      requireReadOf('Vacancy', context);
      return readVacancy(context, source, sourceId, vacancyFieldsOf(info));
    case 'organisation':
      requireReadOf('Organisation', context);
      return loadOrganisation(context, source, sourceId);
    case 'enumeration':
      requireReadOf('EnumerationValue', context);
      return loadEnumerationValue(context, source, sourceId);
  }
}
