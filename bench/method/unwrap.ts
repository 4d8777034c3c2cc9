import type { Result } from "../../kernel/refusal.ts";

/** The value, or an end of the benchmark: nothing here can go on without it. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.refusal.code} ${JSON.stringify(result.refusal.facts)}`);
}
