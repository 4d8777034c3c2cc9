/** What waits for somebody: a mark, what it is, why, and the one act that helps. */
import { Mark, type MarkName } from "./mark.tsx";
import { type Example, useSay } from "./speaking.tsx";

/** One thing to do. `act` leads to where it is done; without it there is only something to know. */
export type Todo = {
  readonly mark: MarkName;
  readonly what: string;
  readonly why: string | null;
  readonly act: { readonly says: string; readonly href: string } | null;
};

/** Must: be in the order in which it should be done; offer one act each; say its kind by shape and word. */
export function TodoList({ items, label }: { items: readonly Todo[]; label: string }) {
  return (
    <ul class="todo" aria-label={label}>
      {items.map(({ mark, what, why, act }) => (
        <li>
          <Mark name={mark} />
          <p>
            <b>{what}</b>
            {why === null ? null : <span>{why}</span>}
          </p>
          {act === null ? null : (
            <a class="do" href={act.href}>
              {act.says}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

function TodoExample() {
  const say = useSay();
  return (
    <TodoList
      label={say("place.questions")}
      items={[
        {
          mark: "waiting",
          what: say("example.held", { moisture: "14.8" }),
          why: say("example.held-why", { limit: "13.5" }),
          act: { says: say("form.choose"), href: "#" },
        },
      ]}
    />
  );
}

export const examples: readonly Example[] = [{ name: "things to do", draw: () => <TodoExample /> }];
