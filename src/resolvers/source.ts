import type { QueryResolvers, ViewerResolvers } from '../generated/resolvers.ts';

export const sourceQueries: Pick<QueryResolvers, 'sources' | 'viewer'> = {
  sources: (_parent, _args, { sources }) => sources.describe(),
  viewer: (_parent, _args, { viewer }) => viewer,
};

export const Viewer: ViewerResolvers = { scopes: ({ scopes }) => [...scopes] };
