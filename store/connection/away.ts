/** Whether the database could not be reached or went away: nothing was answered, so the sender may send again. */
export function isAway(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== "string") return error instanceof Error && /connection|terminat/i.test(error.message);
  return code.startsWith("08") || code.startsWith("57P") || code.startsWith("53") || /^E[A-Z]+$/.test(code);
}
