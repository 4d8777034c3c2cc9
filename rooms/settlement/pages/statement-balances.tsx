/** How the person stands after this statement, and what to do when something does not add up. */
import type { ComponentChildren } from "preact";
import { Sentence, useSay } from "../../../web/components/speaking.tsx";
import type { StatementContent } from "../content.ts";
import { moneyOf } from "./statement-shape.ts";

/** Must: say "nothing" when nothing is owed; tell advances and credits apart; say what is not known as not known. */
export function Balances({
  content,
  printHref,
  fileHref,
  smsHref,
}: {
  content: StatementContent;
  printHref: string | null;
  fileHref: string | null;
  smsHref: string | null;
}) {
  const say = useSay();
  const money = (grains: string) =>
    say("value.money-of", { value: moneyOf(content, grains), currency: content.currency, places: "0" });
  const { advances, credits, shares } = content.after;
  const owed: [string, ComponentChildren][] = [
    ...advances
      .filter((one) => one.owed !== "0")
      .map((one): [string, string] => [say("after.advance"), money(one.owed)]),
    ...credits
      .filter((one) => one.principal !== "0" || one.interest !== "0")
      .map((one): [string, string] => [
        say("after.credit"),
        one.interest === "0"
          ? money(one.principal)
          : say("after.with-interest", { principal: money(one.principal), interest: money(one.interest) }),
      ]),
  ];
  return (
    <>
      <section>
        <h2>{say("after.title")}</h2>
        <dl class="facts">
          {owed.length === 0 ? (
            <>
              <dt>{say("after.owes")}</dt>
              <dd>{say("after.nothing")}</dd>
            </>
          ) : null}
          {owed.map(([term, answer]) => (
            <>
              <dt>{term}</dt>
              <dd>{answer}</dd>
            </>
          ))}
          {shares === null ? null : (
            <>
              <dt>{say("after.shares")}</dt>
              <dd>{money(shares)}</dd>
            </>
          )}
        </dl>
      </section>
      {content.number === "" ? null : (
        <section>
          <h2>{say("doubt.title")}</h2>
          <p>
            <Sentence of="doubt.what-to-do" values={{ organisation: content.organisation, number: content.number }} />
          </p>
          {printHref ? (
            <a class="quiet" href={printHref}>
              {say("statement.print")}
            </a>
          ) : null}
          {fileHref ? (
            <p>
              <a class="quiet" href={fileHref}>
                {say("statement.file")}
              </a>
            </p>
          ) : null}
          {smsHref ? (
            <p>
              <a class="quiet" href={smsHref}>
                {say("statement.sms-title")}
              </a>
            </p>
          ) : null}
        </section>
      )}
    </>
  );
}
