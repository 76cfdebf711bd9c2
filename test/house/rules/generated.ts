export interface GeneratedFile {
  /** Path from the root. */
  readonly filename: string;
  readonly content: string;
}

/**
 * Where committed generated files are not what the generator makes now.
 *
 * @param committed contents by path from the root, of every file in the folders that hold nothing but generated files
 */
export function staleFiles(generated: readonly GeneratedFile[], committed: ReadonlyMap<string, string>): string[] {
  const made = new Set(generated.map(({ filename }) => filename));
  return [
    ...generated.flatMap(({ filename, content }) => {
      const there = committed.get(filename);
      if (there === undefined) return [`${filename} is missing`];
      return there === content ? [] : [`${filename} is stale`];
    }),
    ...[...committed.keys()].filter((path) => !made.has(path)).map((path) => `${path} is no longer generated`),
  ];
}
