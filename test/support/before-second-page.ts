import type { Sandbox } from '../../sandbox/index.ts';

/** Does something as the board is asked for a second page. */
export function beforeSecondPage({ upstreams }: Sandbox, work: () => void): void {
  const { faults } = upstreams.ictergezocht;
  const take = faults.take.bind(faults);
  let asked = 0;
  faults.take = (method, path) => {
    asked += 1;
    if (asked === 2) work();
    return take(method, path);
  };
}
