// The upstreams as a process of their own on free ports. Its one line is JSON: the control port, and what points a gateway here.
import { startControl } from '../sandbox/control.ts';
import { gatewayEnvironment } from '../sandbox/environment.ts';
import { startSandbox } from '../sandbox/index.ts';

const sandbox = await startSandbox();
const control = await startControl(sandbox, 0);
console.log(JSON.stringify({ control: control.baseUrl, env: gatewayEnvironment(sandbox) }));
process.once('SIGTERM', () => void Promise.all([control.stop(), sandbox.close()]));
