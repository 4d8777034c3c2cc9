/** What every command of `ayni` has at hand, and how it ends. */
import type { Refusal, Result } from "../kernel/refusal.ts";
import { tools } from "../rooms/all.ts";
import { usualHome } from "../store/embedded/usual-home.ts";
import { type Installation, openInstallation } from "../store/installation/open.ts";
import type { Say, Values } from "../web/language/say.ts";
import { sentenceOf } from "../web/language/sentence.ts";

/** How a command ends: all well; problems were found or something was refused; it was asked in a way it does not know. */
export const well = 0;
export const found = 1;
export const misused = 2;
export type Ending = typeof well | typeof found | typeof misused;

/** What a command works with. `out` is what was asked for, `tell` is said to the person beside it (the error stream). */
export type Desk = {
  readonly say: Say;
  readonly environment: Readonly<Record<string, string | undefined>>;
  out(text: string): void;
  tell(text: string): void;
};

/** A command: gets the words after its name. */
export type Command = (words: readonly string[], desk: Desk) => Promise<Ending>;

/** Says a refusal in words, with its code, and ends with `found`. */
export function tellRefusal(refusal: Refusal, desk: Desk): Ending {
  desk.tell(`${sentenceOf(refusal, desk.say)} [${refusal.code}]`);
  return found;
}

/** Says how a command is used, and ends with `misused`. */
export function tellUse(command: string, desk: Desk): Ending {
  desk.tell(desk.say(`cli.use.${command}`));
  return misused;
}

/** A sentence of the commands' catalogue. */
export const told = (desk: Desk, key: string, values: Values = {}): string => desk.say(`cli.${key}`, values);

/** `AYNI_HOME`; else `data`, or the system's place where the embedded database could not reach that (a clone under /root). */
export const homeIn = ({ AYNI_HOME: named, DATABASE_URL: elsewhere }: Desk["environment"]): string =>
  named ?? (elsewhere === undefined ? usualHome("data") : "data");

/** The installation that the environment names: `AYNI_HOME`, `DATABASE_URL`. */
export const installationHere = (
  desk: Desk,
  how: { readonly join: boolean; readonly progress?: (step: "database" | "migrations" | "ready") => void },
): Promise<Result<Installation>> =>
  openInstallation({
    home: homeIn(desk.environment),
    databaseUrl: desk.environment.DATABASE_URL,
    tools,
    ...how,
  });

/** Opens the installation beside a server that may be running, works, and closes it whatever happens. */
export async function atInstallation(
  desk: Desk,
  work: (installation: Installation) => Promise<Ending>,
): Promise<Ending> {
  const opened = await installationHere(desk, { join: true });
  if (!opened.ok) return tellRefusal(opened.refusal, desk);
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
}
