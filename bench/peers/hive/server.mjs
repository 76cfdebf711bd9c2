// Hive Gateway over VDAB as a REST subgraph, with the graph that both jobs ask for as additional types: a search and a multi-fetch make one
// list, which REST fields alone cannot express. As its documentation has it where it is to be fast: operations compiled, parsed and
// validated documents kept (its default), equal queries at once executed once, on node:http. Its faster router runtime takes no
// additional resolvers. Plain JavaScript, since what it imports is installed only where it is asked for.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway';
import { typeDefs } from '../../contenders/graph.ts';
import { detailOf, rowOf } from '../../contenders/vacancy.ts';

const supergraph = readFileSync(new URL('supergraph.graphql', import.meta.url), 'utf8')
  .replaceAll('LOCATION', `${process.env['VDAB_BASE_URL']}v2/vacatures`)
  .replaceAll('CLIENT_ID', process.env['VDAB_CLIENT_ID'] ?? '');

const idPrefix = 'vdab:vacancy:';
const rowFields = 'vacatureReferentie { interneReferentie } publicatieDatum functie { functieTitel } leverancier { kboNummer naam } tewerkstellingsadres { gemeente }';
const detailSelection = `{ vacatureReferentie { interneReferentie } status aantalJobs publicatieDatum depublicatieDatum leverancier { kboNummer naam } functie { functieTitel jobdomeinen }
  arbeidsovereenkomst { arbeidsContract aantalUur minimumBrutoLoon maximumBrutoLoon } tewerkstellingsadres { straat postcode gemeente locatie { latitude longitude } } sollicitatieprocedure { sollicitatieVia { webformulier email } } }`;

const additionalResolvers = {
  Query: {
    vacancy: async (root, { id }, context, info) => detailOf(await context.VDAB.Query.vacature({ root, args: { id: id.slice(idPrefix.length) }, context, info, selectionSet: detailSelection })),
    vacancies: async (root, { offset, first }, context, info) => {
      const found = await context.VDAB.Query.zoek({ root, args: { vanaf: offset, aantal: first + 1 }, context, info, selectionSet: '{ resultaten { vacatureReferentie { interneReferentie } } }' });
      const ids = found.resultaten.slice(0, first).map(({ vacatureReferentie }) => vacatureReferentie.interneReferentie);
      const rows = await context.VDAB.Query.vacatures({ root, args: { input: { vacatureReferenties: ids } }, context, info, selectionSet: `{ ${rowFields} }` });
      const byId = new Map(rows.map((row) => [row.vacatureReferentie.interneReferentie, row]));
      return { nodes: ids.map((id) => rowOf(byId.get(id))), pageInfo: { hasNextPage: found.resultaten.length > first } };
    },
  },
};

const gateway = createGatewayRuntime({
  supergraph,
  additionalTypeDefs: typeDefs,
  additionalResolvers,
  jit: true,
  // Whose query it is is all that tells two equal ones apart.
  inboundInflightRequestDeduplication: { shouldIncludeHeader: (name) => name === 'authorization' },
  graphiql: false,
  landingPage: false,
  logging: false,
});
const server = createServer(gateway);
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
