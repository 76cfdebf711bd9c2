// Apollo Server as its documentation has it where it is to be fast: on Fastify, DataLoader over the upstream's multi-fetch, its
// cache-control plugin off (it wraps every field), parsed documents kept as they are by default.
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo from '@as-integrations/fastify';
import fastify from 'fastify';
import { type GraphContext, newContext, resolvers, typeDefs } from './graph.ts';

const apollo = new ApolloServer<GraphContext>({ typeDefs, resolvers, introspection: false, plugins: [ApolloServerPluginCacheControlDisabled()] });
await apollo.start();
const app = fastify();
await app.register(fastifyApollo(apollo), { context: async () => newContext() });
console.log(await app.listen({ host: '127.0.0.1', port: 0 }));
