import type { Say } from "../language/say.ts";
import type { Page } from "../render.ts";
import { Notice } from "./notice.tsx";
import { Speaking } from "./speaking.tsx";

/** What went wrong, by the code of the answer: not found, not allowed, our own mistake, too much at once. */
export type ProblemStatus = "403" | "404" | "413" | "500";

/** `reference` is what the reader may tell whoever helps; `back` where the way goes on; `told` what was refused, where that is known. */
export type ProblemProps = { status: ProblemStatus; reference: string | null; back: string; told?: string };

/**
 * A page for when there is no page. Must: say in words what happened and what became of what was sent; blame nobody; offer
 * one way on; never show a trace of the program.
 */
export const problemPage = ({ status, reference, back, told }: ProblemProps, say: Say): Page => ({
  title: say(`problem.${status}.title`),
  style: ["sheet", "notice"],
  bandOf: null,
  bandLies: "along",
  ownStyle: "",
  body: (
    <Speaking value={say}>
      <div class="sheet">
        <main>
          <section class="answer">
            <h1 class="speak">{say(`problem.${status}.title`)}</h1>
          </section>
          <section>
            <Notice state={status === "500" ? "waiting" : "none"} title={told ?? say(`problem.${status}.why`)}>
              {told === undefined ? <p>{say(`problem.${status}.remedy`)}</p> : null}
              {reference ? <p class="small soft">{say("problem.reference", { reference })}</p> : null}
              <a class="quiet" href={back}>
                {say("problem.back")}
              </a>
            </Notice>
          </section>
        </main>
      </div>
    </Speaking>
  ),
});
