/** The names that an environment file sets, commented out or not: `PORT=4000`, `# REDIS_URL=`. */
export function exampleNames(text: string): string[] {
  return [...text.matchAll(/^[ \t]*(?:#[ \t]*)?([A-Z][A-Z0-9_]*)=/gm)].map((match) => match[1] ?? '');
}

/** Where the example and the configuration do not hold the same names, each once. */
export function exampleBreaches(example: string, read: readonly string[]): string[] {
  const names = exampleNames(example);
  return [
    ...read.filter((name) => !names.includes(name)).map((name) => `${name} is read, but not in .env.example`),
    ...names.filter((name) => !read.includes(name)).map((name) => `${name} is in .env.example, but nobody reads it`),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name} is in .env.example twice`),
  ];
}
