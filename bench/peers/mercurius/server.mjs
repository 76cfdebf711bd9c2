// Mercurius as its documentation has it where it is to be fast: operations compiled by graphql-jit from their second use on, parsed and
// validated documents kept (its default). Plain JavaScript, since what it imports is installed only where it is asked for.
import fastify from 'fastify';
import mercurius from 'mercurius';
import { newContext, resolvers, typeDefs } from '../../contenders/graph.ts';

const app = fastify();
await app.register(mercurius, { schema: typeDefs, resolvers, context: newContext, jit: 1, graphiql: false });
console.log(await app.listen({ host: '127.0.0.1', port: 0 }));
