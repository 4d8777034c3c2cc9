/** Facts by their names: what is known of one thing. */
import type { ComponentChildren } from "preact";
import { type Example, useSay } from "./speaking.tsx";

/** One fact; null is not known and is said in words. */
export type Fact = { readonly name: string; readonly is: ComponentChildren | null };

/** Must: say "not known" in words; keep a name beside its fact at any width. */
export function About({ facts }: { facts: readonly Fact[] }) {
  const say = useSay();
  return (
    <dl class="about">
      {facts.map(({ name, is }) => (
        <div>
          <dt>{name}</dt>
          <dd class={is === null ? "hush" : undefined}>{is === null ? say("unknown") : is}</dd>
        </div>
      ))}
    </dl>
  );
}

function AboutExample() {
  const say = useSay();
  return (
    <About
      facts={[
        { name: say("members.community"), is: "Quebrada Dos" },
        { name: say("members.number"), is: null },
      ]}
    />
  );
}

export const examples: readonly Example[] = [{ name: "facts", draw: () => <AboutExample /> }];
