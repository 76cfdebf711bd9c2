// The limit: what somebody writes who wants these two answers and nothing else. The same upstream calls and JSON, no GraphQL.
import { createServer, type ServerResponse } from 'node:http';
import { detailOf, rowOf, type VdabIds, type VdabVacancy } from './vacancy.ts';
import { Vdab } from './vdab.ts';

const vdab = new Vdab(process.env['VDAB_BASE_URL'] ?? '', process.env['VDAB_CLIENT_ID'] ?? '');
const pageSize = 50;

async function detail(id: string): Promise<object> {
  return { vacancy: detailOf((await vdab.get(`/${id}`)) as VdabVacancy) };
}

/** One row more than is shown tells whether there is a next page. */
async function list(offset: string): Promise<object> {
  const { resultaten } = (await vdab.get(`?vanaf=${offset}&aantal=${pageSize + 1}`)) as VdabIds;
  const ids = resultaten.slice(0, pageSize).map(({ vacatureReferentie }) => vacatureReferentie.interneReferentie);
  const details = (await vdab.post({ vacatureReferenties: ids })) as VdabVacancy[];
  const byId = new Map(details.map((vacancy) => [vacancy.vacatureReferentie.interneReferentie, vacancy]));
  const nodes = ids.map((id) => byId.get(id)).filter((vacancy) => vacancy !== undefined).map(rowOf);
  return { vacancies: { nodes, pageInfo: { hasNextPage: resultaten.length > pageSize } } };
}

async function answer(url: string, response: ServerResponse): Promise<void> {
  try {
    const data = url.startsWith('/list/') ? await list(url.slice(6)) : await detail(url.slice(8));
    const body = JSON.stringify({ data });
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) }).end(body);
  } catch (error) {
    console.error(error);
    response.writeHead(502).end();
  }
}

const server = createServer((request, response) => void answer(request.url ?? '', response));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) console.log(`http://127.0.0.1:${address.port}`);
});
