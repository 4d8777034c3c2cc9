/** The ways to the dated data that plans and deductions refer to. */
import { useSay } from "../../components/speaking.tsx";

/** Links by name: "schemes", "laboratory", "fixings", "consents". */
export function TermsLinks({ terms }: { terms: readonly { readonly name: string; readonly href: string }[] }) {
  const say = useSay();
  return (
    <section>
      <h2>{say("terms.title")}</h2>
      <ul>
        {terms.map(({ name, href }) => (
          <li>
            <a class="quiet" href={href}>
              {say(`terms.${name}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
