/** Folders at the top of somebody's machine; what is meant for every machine is named from the project's own root. */
const machineFolders = ['home', 'Users', 'root', 'tmp', 'work', 'workspace'];

const machinePath = new RegExp(`(?:(?<![\\w./*\\])}$-])|(?<=file://))/(?:${machineFolders.join('|')})/[\\w.-]+|\\b[A-Z]:\\\\Users\\\\`);

/** Lines (`path:line`) that name a place on somebody's own machine. */
export function machinePaths(path: string, text: string): string[] {
  return text.split('\n').flatMap((line, index) => (machinePath.test(line) ? [`${path}:${index + 1}`] : []));
}

/** Packages that a lock file fetches from a fixed address, which on another network may not answer. */
export function fixedAddresses(lock: string): string[] {
  return [...lock.matchAll(/"resolved":\s*"((?:git\+)?[a-z]+:[^"]*)"/g)].map((match) => match[1] ?? '');
}
