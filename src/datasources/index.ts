// THE list of upstreams, by their names in `Source`: connect.ts does not compile where one is missing.
export { cegid as CEGID } from './cegid/index.ts';
export { cso as CSO } from './cso/index.ts';
export { ictergezocht as ICTERGEZOCHT } from './ictergezocht/index.ts';
export { vdab as VDAB } from './vdab/index.ts';
