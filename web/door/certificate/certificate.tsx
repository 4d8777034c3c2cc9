/** `/certificate`: how a telephone learns to trust this server where there is no internet, step by step; also over plain HTTP. */
import type { ComponentChildren } from "preact";
import { refused } from "../../../kernel/refusal.ts";
import { type Authority, authorityOf, ownCertificate } from "../../../store/certificate/kept.ts";
import type { Page } from "../../render.ts";
import { RequestRefused } from "../../server/problem.ts";
import type { DoorAt, DoorPage } from "../at.ts";
import { doorPageOf } from "../frame.tsx";
import { type Drawing, TelephonePicture } from "./pictures.tsx";

const steps: readonly Drawing[] = ["download", "list", "warning", "file", "compare", "open"];

/** The authority of this installation; without one there is nothing to install. */
function authorityHere({ services }: DoorAt): Authority {
  const authority = authorityOf(services.installation.home);
  if (authority === null) throw new RequestRefused(404, refused("request.no-such-place").refusal);
  return authority;
}

/** "8A:5E:…" in groups of four bytes, to be compared aloud. */
const Fingerprint = ({ of }: { readonly of: string }) => (
  <p class="fingerprint" translate={false}>
    {(of.match(/.{1,12}/g) ?? []).map((group) => (
      <span>{group.replace(/:$/, "")} </span>
    ))}
  </p>
);

function drawn(at: DoorAt): Page {
  const { say, services, caller } = at;
  const { fingerprint } = authorityHere(at);
  const name = ownCertificate(services.installation.home)?.names.join(", ") ?? "";
  const field = `${services.doorway.origin ?? caller.origin}/field`;
  const more: Partial<Readonly<Record<Drawing, ComponentChildren>>> = {
    download: (
      <p class="acts">
        <a class="do main" href="/certificate.crt">
          {say("certificate.download")}
        </a>
      </p>
    ),
    compare: <Fingerprint of={fingerprint} />,
    open: (
      <p>
        <a href={field}>{field}</a>
      </p>
    ),
  };
  const children = (
    <>
      <section>
        <p>{say("certificate.why", { name })}</p>
        <p>{say("certificate.only", { name })}</p>
      </section>
      <ol class="steps">
        {steps.map((step) => (
          <li>
            <TelephonePicture of={step} />
            <div>
              <p>{say(`certificate.step.${step}`)}</p>
              {more[step] ?? null}
            </div>
          </li>
        ))}
      </ol>
      <p>{say("certificate.undo")}</p>
    </>
  );
  return doorPageOf(at, { title: say("certificate.title"), children, style: ["telephone"] });
}

/** The steps in words and drawings. */
export const certificatePage: DoorPage = { path: "/certificate", open: async (at) => drawn(at) };

/** The authority's certificate, as Android wants it: DER, under a name that it knows. */
export const certificateFile: DoorPage = {
  path: "/certificate.crt",
  open: async (at) => {
    const bytes = Uint8Array.from(authorityHere(at).certificate);
    return new Response(bytes, {
      headers: {
        "Content-Type": "application/x-x509-ca-cert",
        "Content-Disposition": 'attachment; filename="ayni.crt"',
        "Content-Length": `${bytes.byteLength}`,
      },
    });
  },
};
