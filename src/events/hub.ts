import type { Account, Happenings, HeardOnly } from '../context.ts';
import type { Happening, HappeningOf } from '../domain/happening.ts';
import { Hearing } from './hearing.ts';

/** What a listener may leave waiting before it is cut off: a happening is some hundred bytes. */
const mostWaiting = 1000;

/** The listeners of this process. */
export interface Hub extends Pick<Happenings, 'hear'> {
  /** Tells the listeners of this process. */
  tellHere(happening: Happening): void;
  /** Ends every hearing of this process with `CutOff`. */
  cutOffAll(): void;
  /** The accounts that listeners wait for changes of, each once. */
  watched(): readonly Account[];
  /** Calls back when there is a listener more that waits for changes of accounts. */
  onWatch(look: () => void): void;
}

interface Listener {
  readonly watch: readonly Account[];
  tell(happening: Happening): void;
  cutOff(): void;
}

export function createHub(most = mostWaiting): Hub {
  const listeners = new Set<Listener>();
  const looks: (() => void)[] = [];

  return {
    hear<Kind extends Happening['kind']>(kind: Kind, signal: AbortSignal, { wants = () => true, watch = [] }: HeardOnly<Kind> = {}) {
      const hearing = new Hearing<HappeningOf<Kind>>(signal, most);
      const listener: Listener = {
        watch,
        tell: (happening) => {
          if (isOf(happening, kind) && wants(happening)) hearing.tell(happening);
        },
        cutOff: () => hearing.cutOff(),
      };
      listeners.add(listener);
      hearing.whenOver(() => listeners.delete(listener));
      if (watch.length > 0) for (const look of looks) look();
      return hearing;
    },
    tellHere(happening) {
      for (const listener of listeners) listener.tell(happening);
    },
    cutOffAll() {
      for (const listener of listeners) listener.cutOff();
    },
    watched: () => [...new Map([...listeners].flatMap(({ watch }) => watch.map((account) => [JSON.stringify([account.source, account.owner]), account] as const))).values()],
    onWatch: (look) => void looks.push(look),
  };
}

function isOf<Kind extends Happening['kind']>(happening: Happening, kind: Kind): happening is HappeningOf<Kind> {
  return happening.kind === kind;
}
