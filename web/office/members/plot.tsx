/** `/o/BOOK/members/MEMBER/plots/new`: a plot that somebody works. */
import { decimalText, exactly, multiply, ratio } from "../../../kernel/exact/index.ts";
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import { FigureField, type Filled, fresh, TextField, TickField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import { begun, personName, productName } from "../../language/names.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { type Register, registerOf } from "../member.ts";
import { rowsOf } from "../read.ts";

const path = "/o/:book/members/:member/plots/new";
const noneSuch = (at: PageAt) => refused("person.none-such", { member: at.parameter("member") });

async function draw(at: PageAt, row: Register, filled: Filled): Promise<Page> {
  const { say, address } = at;
  const back = address(`members/${row.agent}`);
  const seasons = (await rowsOf<{ product: string }>(at, "seasons.list", { limit: 100 })) ?? [];
  const products = [...new Set(seasons.map((one) => one.product))];
  return formPage(at, {
    here: "members",
    asks: say("plot.asks", { name: personName(row, say) }),
    children: (
      <ActForm
        action={`${back}/plots/new`}
        act={at.newAct()}
        filled={filled}
        named={["name", "area", "products", "community"]}
        submit={say("form.save")}
        other={{ href: back, says: say("form.go-back") }}
      >
        <TextField name="name" label={say("plot.name")} hint={say("plot.name-hint")} filled={filled} />
        <FigureField
          name="area"
          label={say("plot.area")}
          unit="ha"
          hint={say("plot.area-hint")}
          tells={["areaM2"]}
          filled={filled}
          optional
        />
        {products.length === 0 ? null : (
          <TickField
            name="products"
            label={say("plot.products")}
            choices={products.map((one) => ({ value: one, says: begun(productName(one, say)) }))}
            filled={filled}
            many
            optional
          />
        )}
        <TextField name="community" label={say("members.community")} filled={filled} optional />
      </ActForm>
    ),
  });
}

/** The form; the community begins as the person's own. */
export const newPlotPage: BookPage = {
  path,
  open: async (at) => {
    const row = await registerOf(at);
    return row === null ? noneSuch(at) : done(await draw(at, row, fresh({ community: row.community ?? "" })));
  },
};

export const newPlotForm: BookForm = {
  path,
  post: async (at): Promise<Result<Page | GoTo>> => {
    const row = await registerOf(at);
    if (row === null) return noneSuch(at);
    const { form } = at;
    const [name, area] = [form.readText("name"), squareMetresIn(at)];
    const again = async () => done(await draw(at, row, { typed: form.typed, wrong: form.wrong }));
    if (name === null || form.wrong.length > 0) return again();
    const community = form.maybe("community");
    const spoken = await at.speak("plot.register", {
      plot: at.idOf("plot"),
      holder: row.agent,
      name: name.slice(0, 200),
      products: form.all("products"),
      ...(area === undefined ? {} : { areaM2: area }),
      ...(community === undefined ? {} : { community: community.slice(0, 200) }),
    });
    if (spoken.outcome === "done")
      return done({
        goTo: at.address(`members/${row.agent}`),
        told: spoken.questions.length > 0 ? "kept-with-questions" : "kept",
      });
    form.wrong.push(...spoken.refusals);
    return again();
  },
};

/** Hectares as typed in whole square metres; unsaid stays unknown. Notes `plot.not-an-area` under the field. */
function squareMetresIn({ form }: FormAt): string | undefined {
  const hectares = form.maybeFigure("area");
  if (hectares === undefined || hectares === null) return undefined;
  const metres = decimalText(multiply(exactly(hectares), ratio(10_000n)));
  if (/^[0-9]{1,12}$/.test(metres)) return metres;
  form.wrong.push(refused("plot.not-an-area", { typed: form.text("area").slice(0, 80) }, "area").refusal);
  return undefined;
}
