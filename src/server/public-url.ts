import { isLoopback } from '../config/values.ts';

/** How the world reaches the gateway, without a closing slash; null where it is not told, or is this machine's own address. */
export function reachableUrl(publicUrl: string | null): string | null {
  if (publicUrl === null || isLoopback(new URL(publicUrl).hostname)) return null;
  return publicUrl.replace(/\/$/, '');
}
