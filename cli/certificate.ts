/** `ayni certificate NAME…`: an authority of one's own and a certificate for this server, for a network without internet. */
import { authorityOf, makeCertificate, ownCertificate } from "../store/certificate/kept.ts";
import { serverNames } from "../store/certificate/names.ts";
import { homeAt, makeHome } from "../store/installation/home.ts";
import { type Command, homeIn, tellRefusal, tellUse, told, well } from "./command.ts";
import { readWords } from "./words.ts";

/** Makes it for the names given, or says what there is. Neither database nor server is needed; a running server takes it at its next start. */
export const certificate: Command = async (words, desk) => {
  const read = readWords(words, { "new-authority": "flag" });
  if (read === null) return tellUse("certificate", desk);
  const home = homeAt(homeIn(desk.environment));
  if (read.rest.length > 0) {
    const names = serverNames(read.rest);
    if (!names.ok) return tellRefusal(names.refusal, desk);
    makeHome(home);
    const asked = read.flags["new-authority"] ? "new-authority" : "same-authority";
    const made = makeCertificate(home, names.value, Date.now(), asked);
    if (!made.ok) return tellRefusal(made.refusal, desk);
    desk.out(told(desk, `certificate.${made.value}`));
  }
  const [own, authority] = [ownCertificate(home), authorityOf(home)];
  if (own === null || authority === null) return tellUse("certificate", desk);
  const until = new Date(authority.until).toISOString().slice(0, 10);
  desk.out(told(desk, "certificate.names", { names: own.names.join(" ") }));
  desk.out(told(desk, "certificate.authority", { until, fingerprint: authority.fingerprint }));
  desk.out(told(desk, "certificate.next", { name: own.names[0] ?? "" }));
  return well;
};
