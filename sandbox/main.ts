import { readArguments, type SandboxArguments, usage } from './arguments.ts';
import { startControl } from './control.ts';
import { portsFrom, startSandbox } from './index.ts';

/** Starts everything, prints where it is, and runs until a signal stops it. */
async function run({ portBase, seed, scale }: SandboxArguments): Promise<void> {
  const sandbox = await startSandbox({ seed, scale, ports: portsFrom(portBase) });
  const control = await startControl(sandbox, portBase);
  console.log(`control       ${control.baseUrl}`);
  for (const { name, baseUrl } of Object.values(sandbox.upstreams)) console.log(`${name.padEnd(13)} ${baseUrl}`);
  const stop = (): void => {
    void Promise.all([control.stop(), sandbox.close()]);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

function fail(error: unknown, exitCode: number): never {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(exitCode);
}

function argumentsOrExit(): SandboxArguments {
  try {
    return readArguments(process.argv.slice(2));
  } catch (error) {
    console.error(usage);
    return fail(error, 2);
  }
}

await run(argumentsOrExit()).catch((error: unknown) => fail(error, 1));
