/** What long lists share: finding by a form without script, and turning pages. */
import type { ComponentChildren } from "preact";
import { type Example, useSay } from "./speaking.tsx";

/** Where one is in a list: addresses of the pages before and after, first and last place shown of those found ("1", "50"). */
export type ListPage = {
  readonly previous: string | null;
  readonly next: string | null;
  readonly from: string;
  readonly to: string;
};

/** Must: work without script, keep what was typed, and lead back to all. `kept` are words of the address that stay. */
export function Find(props: {
  action: string;
  q: string;
  label: string;
  /** Says "see all". */
  all: string;
  kept?: Readonly<Record<string, string>>;
  /** Whether filters besides the words are set: then it leads back to all, too. */
  narrowed?: boolean;
  /** More fields to find by. */
  children?: ComponentChildren;
}) {
  const say = useSay();
  const kept = Object.entries(props.kept ?? {});
  const query = new URLSearchParams(kept).toString();
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is unknown to the browsers of 2020, which people here have
    <form class="find" method="get" action={props.action} role="search">
      {kept.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div>
        <label for="q">{props.label}</label>
        <input id="q" name="q" class="field" value={props.q} autoComplete="off" enterKeyHint="search" />
      </div>
      {props.children}
      <button class="do" type="submit">
        {say("list.search")}
      </button>
      {props.q === "" && !props.narrowed ? null : (
        <a class="quiet" href={query === "" ? props.action : `${props.action}?${query}`}>
          {props.all}
        </a>
      )}
    </form>
  );
}

/** A filter that chooses one of a few. `all` is said for choosing none. */
export function FilterChoice(props: {
  name: string;
  label: string;
  chosen: string;
  all: string | null;
  choices: readonly { readonly value: string; readonly says: string }[];
}) {
  return (
    <div class="filter">
      <label for={props.name}>{props.label}</label>
      <select id={props.name} name={props.name} class="field">
        {props.all === null ? null : <option value="">{props.all}</option>}
        {props.choices.map(({ value, says }) => (
          <option value={value} selected={value === props.chosen}>
            {says}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A filter by a day. */
export const FilterDay = ({ name, label, chosen }: { name: string; label: string; chosen: string }) => (
  <div class="filter">
    <label for={name}>{label}</label>
    <input id={name} name={name} class="field" type="date" value={chosen} />
  </div>
);

/** Must: say which of how many are shown, and lead to those before and after. Of an empty list there is nothing to say. */
export function Pager({ page, found }: { page: ListPage; found: string }) {
  const say = useSay();
  if (found === "0") return null;
  return (
    <nav class="pages" aria-label={say("list.pages")}>
      <p class="soft">{say("list.range", { from: page.from, to: page.to, found })}</p>
      {page.previous ? (
        <a class="quiet" rel="prev" href={page.previous}>
          {say("list.previous")}
        </a>
      ) : null}
      {page.next ? (
        <a class="quiet" rel="next" href={page.next}>
          {say("list.next")}
        </a>
      ) : null}
    </nav>
  );
}

function PagerExample() {
  return <Pager page={{ previous: "?skip=0", next: "?skip=100", from: "51", to: "100" }} found="2341" />;
}

export const examples: readonly Example[] = [{ name: "pages of a list", draw: () => <PagerExample /> }];
