/** Every component's examples on one page: drawn in each language, looked at by people and run through axe. */
import type { Say } from "../language/say.ts";
import type { Page } from "../render.ts";
import { examples as facts } from "./about.tsx";
import { examples as bags } from "./bag-rows.tsx";
import { examples as people } from "./choose-person.tsx";
import { examples as happenings } from "./days.tsx";
import { examples as exports } from "./export-links.tsx";
import { examples as figures } from "./figure.tsx";
import { examples as forms } from "./form.tsx";
import { SkipLink } from "./frames.tsx";
import { examples as languages } from "./language-switch.tsx";
import { examples as pagers } from "./list.tsx";
import { examples as charts } from "./months-chart.tsx";
import { examples as notices } from "./notice.tsx";
import { type Example, Speaking } from "./speaking.tsx";
import { exampleCss, examples as splits } from "./split-bar.tsx";
import { examples as lines } from "./statement-line.tsx";
import { examples as strips } from "./strip.tsx";
import { examples as tables } from "./table.tsx";
import { examples as todos } from "./todo.tsx";

/** All examples in the order of the page. */
export const examples: readonly Example[] = [
  ...figures,
  ...lines,
  ...splits,
  ...tables,
  ...pagers,
  ...exports,
  ...notices,
  ...strips,
  ...todos,
  ...charts,
  ...facts,
  ...happenings,
  ...people,
  ...bags,
  ...forms,
  ...languages,
];

/** The page of examples; `book` gives it a band. */
export const examplesPage = (book: string, say: Say): Page => ({
  title: say("example.title"),
  style: ["sheet", "split", "cord", "statement", "table", "list", "form", "notice", "today"],
  bandOf: book,
  bandLies: "along",
  ownStyle: exampleCss,
  body: (
    <Speaking value={say}>
      <SkipLink to="examples" says={say("skip")} />
      <div class="band" aria-hidden="true" />
      <main class="sheet" id="examples">
        <h1 class="speak">{say("example.title")}</h1>
        {examples.map((example) => (
          <section id={`example-${example.name}`}>
            <h2>{example.name}</h2>
            {example.draw(say)}
          </section>
        ))}
      </main>
    </Speaking>
  ),
});
