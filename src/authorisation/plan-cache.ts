import type { DocumentNode } from 'graphql';
import type { Viewer } from '../context.ts';
import { scopes } from '../domain/scopes.ts';
import type { Plan } from './plan.ts';

/** Rights under which a document's plan is kept; more of them than this are forgotten together. */
const maxPlansOfDocument = 32;

/** Plans by document and rights. A document that is forgotten by whoever parsed it takes its plans along. */
export function planCache(make: (document: DocumentNode, viewer: Viewer) => Plan): (document: DocumentNode, viewer: Viewer) => Plan {
  const byDocument = new WeakMap<DocumentNode, Map<number, Plan>>();
  return (document, viewer) => {
    const rights = rightsOf(viewer);
    const kept = byDocument.get(document) ?? new Map<number, Plan>();
    const known = kept.get(rights);
    if (known !== undefined) return known;
    if (kept.size >= maxPlansOfDocument) kept.clear();
    const plan = make(document, viewer);
    byDocument.set(document, kept.set(rights, plan));
    return plan;
  };
}

/** A number that two viewers share where they have the same rights. */
function rightsOf({ authenticated, scopes: held }: Viewer): number {
  return scopes.reduce((bits, scope, index) => (held.has(scope) ? bits | (1 << (index + 1)) : bits), authenticated ? 1 : 0);
}
