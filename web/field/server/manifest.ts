/** How the app is named and drawn on a telephone that installs it (W3C Web Application Manifest), in the reader's language. */

import type { Say } from "../../language/say.ts";
import { dyes } from "../../styles/dyes.ts";
import { iconSizes } from "./icons.ts";

/** The manifest. The same `id` always, so that a change of language is no second app. */
export const manifestIn = (say: Say) => ({
  ...{ id: "/field", start_url: "/field", scope: "/field", display: "standalone", orientation: "portrait" },
  ...{ lang: say.language, dir: "ltr", name: say("field.shell.long-name"), short_name: say("field.shell.name") },
  ...{ description: say("field.shell.description"), theme_color: dyes.indigo[0], background_color: dyes.paper[0] },
  icons: [
    { src: "/field/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
    ...iconSizes.flatMap(({ address, size }) =>
      ["any", "maskable"].map((purpose) => ({ src: address, sizes: `${size}x${size}`, type: "image/png", purpose })),
    ),
  ],
});
