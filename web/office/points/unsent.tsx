/** `/o/BOOK/points/unsent`: a telephone's unsent work, carried here as a file, taken by the same door as if it had been sent. */
import { done, type Refusal, type Result, refused } from "../../../kernel/refusal.ts";
import { Notice } from "../../components/notice.tsx";
import { Table } from "../../components/table.tsx";
import type { BookForm, BookPage, FormAt, PageAt } from "../../desk/page.ts";
import { fileOf } from "../../field/server/unsent-file.ts";
import { type TakenHome, takeUnsent } from "../../field/server/unsent-taken.ts";
import { named } from "../../language/names.ts";
import { sentenceOf } from "../../language/sentence.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";

const path = "/o/:book/points/unsent";
const notYours = refused("power.missing", { power: "manage-devices", agent: "" });

/** The form for the file. */
export const unsentPage: BookPage = {
  path,
  open: async (at) => (at.powers.has("manage-devices") ? done(draw(at, null, null)) : notYours),
};

/** Takes the file and tells what became of each act. Sent twice, the second time all are known. */
export const unsentForm: BookForm = {
  path,
  body: "own",
  post: async (at: FormAt): Promise<Result<Page>> => {
    if (!at.powers.has("manage-devices")) return notYours;
    const file = await fileOf(at.request);
    const taken = file.ok ? await takeUnsent(at, file.value) : file;
    return done(taken.ok ? draw(at, taken.value, null) : draw(at, null, taken.refusal));
  },
};

function draw(at: PageAt, taken: TakenHome | null, refusal: Refusal | null): Page {
  const { say } = at;
  return formPage(at, {
    here: "points",
    asks:
      taken === null
        ? say("points.unsent-asks")
        : say("points.unsent-taken", { acts: `${taken.acts.length}`, news: `${taken.news}` }),
    about: say(taken === null ? "points.unsent-about" : "points.unsent-again"),
    children: (
      <>
        {refusal === null ? null : (
          <Notice state="broken" title={say("form.not-done")}>
            <p>{sentenceOf(refusal, say)}</p>
          </Notice>
        )}
        {taken === null ? null : <WhatBecame at={at} taken={taken} />}
        <form class="act" method="post" action={at.address("points/unsent")} encType="multipart/form-data">
          <div class="ask">
            <label for="file">{say("points.unsent-file")}</label>
            <p class="hint" id="file-hint">
              {say("points.unsent-hint")}
            </p>
            <input id="file" name="file" class="field" type="file" required aria-describedby="file-hint" />
          </div>
          <p class="acts">
            <button class={taken === null ? "do main" : "do"} type="submit">
              {say("points.unsent-bring")}
            </button>
            <a class="quiet" href={at.address("points")}>
              {say("points.back")}
            </a>
          </p>
        </form>
      </>
    ),
  });
}

function WhatBecame({ at, taken }: { at: PageAt; taken: TakenHome }) {
  const { say } = at;
  return (
    <Table
      label={say("points.what-became")}
      columns={["sequence", "kind", "number", "became"].map((head) => ({ head: say(`points.unsent-${head}`) }))}
      rows={taken.acts.map((one) => ({
        name: one.sequence === null ? say("unknown") : say("value.figure", { value: `${one.sequence}` }),
        cells: [
          one.kind === null ? null : named("act", one.kind, say),
          one.receipt ?? "",
          one.because === null
            ? say(`points.became-${one.outcome}`)
            : say("points.became-because", {
                became: say(`points.became-${one.outcome}`),
                because: sentenceOf(one.because, say),
              }),
        ],
      }))}
    />
  );
}
