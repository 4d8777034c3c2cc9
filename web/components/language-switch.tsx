import { type Example, useSay } from "./speaking.tsx";

/** A language of the server: its tag, its name in itself ("português"), and where this same page is in it. */
export type Tongue = { readonly tag: string; readonly name: string; readonly href: string };

/**
 * Must: name each language in itself, never by a flag; lead to this same page; say which one is read now.
 */
export function LanguageSwitch({ tongues }: { tongues: readonly Tongue[] }) {
  const say = useSay();
  if (tongues.length < 2) return null;
  return (
    <nav aria-label={say("languages")}>
      <ul class="tongues">
        {tongues.map((tongue) => (
          <li>
            {tongue.tag === say.language ? (
              <b lang={tongue.tag} aria-current="true">
                {tongue.name}
              </b>
            ) : (
              <a href={tongue.href} lang={tongue.tag} hreflang={tongue.tag}>
                {tongue.name}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

export const examples: readonly Example[] = [
  {
    name: "languages",
    draw: () => (
      <LanguageSwitch
        tongues={[
          { tag: "es", name: "español", href: "?language=es" },
          { tag: "pt", name: "português", href: "?language=pt" },
          { tag: "en", name: "English", href: "?language=en" },
        ]}
      />
    ),
  },
];
