import { createHmac, timingSafeEqual } from 'node:crypto';
import type { CursorSeal } from '../context.ts';

const macBytes = 12;

/**
 * Cursors as `<state>.<mac>`, base64url, made for whom they are sealed. The MAC covers the purpose and its holder too, so that a cursor
 * opens only for the list and for the caller that it was made for, and nobody can make one up. The state is not secret: it holds
 * positions, no data.
 */
export function createCursorSeals(secret: string): (holder: string) => CursorSeal {
  return (holder) => sealFor(secret, JSON.stringify(holder));
}

function sealFor(secret: string, holder: string): CursorSeal {
  function macOf(purpose: string, state: string): string {
    return createHmac('sha256', secret).update(`${holder}\n${purpose}\n${state}`).digest().subarray(0, macBytes).toString('base64url');
  }
  return {
    seal(purpose, state) {
      const text = Buffer.from(JSON.stringify(state)).toString('base64url');
      return `${text}.${macOf(purpose, text)}`;
    },
    open(purpose, cursor) {
      const [text = '', mac = '', ...rest] = cursor.split('.');
      // Compared as it is written: decoding would pass over characters that are none of base64url.
      if (rest.length > 0 || !isEqual(mac, macOf(purpose, text))) return undefined;
      try {
        const state: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
        return state;
      } catch {
        return undefined;
      }
    },
  };
}

function isEqual(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
