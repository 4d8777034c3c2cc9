/** A name in the languages of a sheet: the reader's in sight, the others behind a line. */
import { type Filled, TextField } from "../../components/fields.tsx";
import type { PageAt } from "../../desk/page.ts";
import { tongues } from "./sheet-words.ts";

type Naming = { readonly field: string; readonly filled: Filled; readonly at: PageAt; readonly isBlank?: boolean };

export function NameFields({ field, filled, at, isBlank = false }: Naming) {
  const [own = "es", ...others] = [...tongues].sort(
    (one, other) => Number(other === at.language) - Number(one === at.language),
  );
  const nameIn = (tongue: string, optional: boolean) => (
    <TextField
      name={`${field}.${tongue}`}
      label={at.say(`purchase.f-name-${tongue}`)}
      tells={optional ? [] : [field]}
      filled={filled}
      optional={optional || isBlank}
    />
  );
  return (
    <>
      {nameIn(own, false)}
      <details class="opens">
        <summary>{at.say("purchase.f-other-languages")}</summary>
        {others.map((tongue) => nameIn(tongue, true))}
      </details>
    </>
  );
}
