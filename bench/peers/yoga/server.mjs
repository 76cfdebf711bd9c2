// GraphQL Yoga as its documentation has it where it is to be fast: operations compiled by graphql-jit, parsed and validated documents kept
// (its default), and nothing that these requests do not use. Plain JavaScript, since what it imports is installed only where it is asked for.
import { createServer } from 'node:http';
import { useGraphQlJit } from '@envelop/graphql-jit';
import { createSchema, createYoga } from 'graphql-yoga';
import { newContext, resolvers, typeDefs } from '../../contenders/graph.ts';

const yoga = createYoga({
  schema: createSchema({ typeDefs, resolvers }),
  context: newContext,
  plugins: [useGraphQlJit()],
  graphiql: false,
  landingPage: false,
  logging: false,
  cors: false,
  multipart: false,
});
const server = createServer(yoga);
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
