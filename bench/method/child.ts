/** A process of its own that a benchmark asks and is answered by: so that what asks does not run inside what is measured. */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** A running child. One question at a time. */
export type Child = {
  readonly pid: number;
  /** Asks and waits for the answer; fails when the child ends instead. */
  ask<T>(question: unknown): Promise<T>;
  /** Ends the child and waits until it has ended. */
  end(): Promise<void>;
};

type Answered = { readonly answer: unknown } | { readonly failure: string };

/** Starts a script of the repository, given as a URL relative to the caller (`new URL("serve.ts", import.meta.url)`). */
export function startChild(script: URL, nodeOptions: readonly string[] = []): Child {
  const child = fork(fileURLToPath(script), {
    execArgv: ["--import", "tsx", ...nodeOptions],
    serialization: "advanced",
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    pid: child.pid as number,
    ask: (question) => answerOf(child, question),
    end: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

function answerOf<T>(child: ChildProcess, question: unknown): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const gone = (code: number | null) => reject(new Error(`the child ended with ${code}`));
    child.once("exit", gone);
    child.once("message", (message) => {
      child.removeListener("exit", gone);
      const answered = message as Answered;
      if ("failure" in answered) reject(new Error(answered.failure));
      else resolve(answered.answer as T);
    });
    child.send(question as object);
  });
}

/** In the child: answers every question until the parent lets go; then `close` runs and the process ends. */
export function answerParent(answer: (question: never) => Promise<unknown>, close: () => Promise<void>): void {
  process.on("message", (question) => {
    answer(question as never).then(
      (value) => process.send?.({ answer: value } satisfies Answered),
      (error: Error) => process.send?.({ failure: error.stack ?? error.message } satisfies Answered),
    );
  });
  process.once("disconnect", () => {
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
