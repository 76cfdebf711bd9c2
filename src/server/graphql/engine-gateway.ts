import type { ApolloServerOptions } from '@apollo/server';
import type { Engine } from '../../authorisation/index.ts';
import type { Context } from '../../context.ts';

type Gateway = NonNullable<ApolloServerOptions<Context>['gateway']>;

/** Has Apollo execute operations by the engine: what it parsed and validated is executed in one place, whatever it came by. */
export function engineGateway({ schema, execute }: Engine): Gateway {
  let tell: Parameters<Gateway['onSchemaLoadOrUpdate']>[0] | undefined;
  return {
    onSchemaLoadOrUpdate(callback) {
      tell = callback;
      return () => {
        tell = undefined;
      };
    },
    async load() {
      tell?.({ apiSchema: schema, coreSupergraphSdl: '' });
      return {
        executor: async ({ document, request, context }) => {
          if (!isContext(context)) throw new TypeError('an operation without its context');
          // The name as it was asked for: with the one that was found, an unknown name would execute the only operation.
          return execute({ document, operationName: request.operationName, variableValues: request.variables, contextValue: context });
        },
      };
    },
    async stop() {},
  };
}

/** Apollo passes on what the route made, as a record of anything. */
function isContext(value: object): value is Context {
  return 'viewer' in value && 'sources' in value && 'store' in value;
}
