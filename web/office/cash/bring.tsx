/** `/o/BOOK/payments/cash`: which notes and coins must the treasurer bring, so that everybody is paid exactly? */
import { done, type Result } from "../../../kernel/refusal.ts";
import { bundlesTogether, payerOf } from "../../../rooms/settlement/rules/cash/bundles.ts";
import { Notice } from "../../components/notice.tsx";
import { Table } from "../../components/table.tsx";
import type { BookPage, PageAt } from "../../desk/page.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { moneyAt } from "../settling.ts";
import { type CashRow, cashAsked, cashRows, denominationsAt, grainAt, type InForce, piecesOf } from "./gather.ts";
import { Choose, type Counted, People, wordOf } from "./parts.tsx";

export const cashPage: BookPage = { path: "/o/:book/payments/cash", open: draw };

async function draw(at: PageAt): Promise<Result<Page>> {
  const found = await cashRows(at);
  if (!found.ok) return found;
  const lists = await denominationsAt(at);
  const currencies = [...new Set(found.value.map((row) => row.currency))];
  const counted = currencies.map((currency) => countedIn(at, currency, found.value, lists.get(currency) ?? null));
  const { say } = at;
  const narrowed = Object.fromEntries(Object.entries(cashAsked(at.words)).filter(([name]) => name !== "paidIn"));
  return done(
    formPage(at, {
      here: "payments",
      asks: say("cash.answer", { count: `${found.value.length}` }),
      about: say("cash.why"),
      style: ["money"],
      children: (
        <>
          <p class="acts">
            <a class="do" href={at.address("payments/sheet", { ...narrowed, as: "pdf" })}>
              {say("cash.sheet-pdf")}
            </a>
          </p>
          <p class="doors">
            <a class="quiet" href={at.address("payments/sheet", narrowed)}>
              {say("payments.sheet-link")}
            </a>
            <a class="quiet" href={at.address("payments", narrowed)}>
              {say("payments.to-list")}
            </a>
          </p>
          {counted.map((one) => (
            <OneCurrency at={at} one={one} />
          ))}
        </>
      ),
    }),
  );
}

function countedIn(at: PageAt, currency: string, all: readonly CashRow[], list: InForce | null): Counted {
  const pieces = list === null ? [] : piecesOf(list, grainAt(at, currency));
  const chosen = new Set(at.words.getAll("with"));
  const isChosen = pieces.some((piece) => chosen.has(wordOf(currency, piece)));
  const used = isChosen ? pieces.filter((piece) => chosen.has(wordOf(currency, piece))) : pieces;
  const pay = payerOf(used.map(({ grains }) => grains));
  const rows = all
    .filter((row) => row.currency === currency)
    .map((row) => ({ ...row, bundle: pay(BigInt(row.to_hand)) }));
  return { currency, list, pieces, used, rows };
}

function OneCurrency({ at, one }: { at: PageAt; one: Counted }) {
  const { say } = at;
  const { currency, list, rows } = one;
  if (list === null)
    return (
      <Notice state="waiting" title={say("cash.no-list", { currency })}>
        <a href={at.address("payments/denominations", { currency })}>{say("cash.write-list")}</a>
      </Notice>
    );
  const short = rows.filter(({ bundle }) => bundle.left > 0n);
  return (
    <section>
      <h2>{say("cash.bring", { currency })}</h2>
      <Together at={at} one={one} />
      {short.length === 0 ? (
        <Notice state="kept" title={say("cash.exact", { count: `${rows.length}` })} />
      ) : (
        <Notice state="waiting" title={say("cash.not-exact", { count: `${short.length}` })}>
          <p>
            {say("cash.rounding-rule", {
              cash: say("value.money-line", { value: grainAt(at, currency).cash, currency }),
            })}
          </p>
        </Notice>
      )}
      <Choose at={at} one={one} />
      <p class="soft">
        {say(list.own ? "cash.list-own" : "cash.list-shipped", { day: list.since, source: list.source })}{" "}
        {say(list.verified ? "cash.verified" : "cash.not-verified")}{" "}
        <a href={at.address("payments/denominations", { currency })}>{say("cash.change-list")}</a>
      </p>
      <People at={at} one={one} />
    </section>
  );
}

/** All notes and coins together, with what each kind comes to. */
function Together({ at, one: { currency, pieces, rows } }: { at: PageAt; one: Counted }) {
  const { say } = at;
  const money = (grains: bigint) => say("value.money-line", { value: moneyAt(at, currency, `${grains}`), currency });
  const all = bundlesTogether(rows.map(({ bundle }) => bundle));
  const sum = all.reduce((total, { value, count }) => total + value * count, 0n);
  const count = all.reduce((total, each) => total + each.count, 0n);
  return (
    <Table
      label={say("cash.bring", { currency })}
      columns={[
        { head: say("cash.value") },
        { head: say("cash.kind") },
        { head: say("cash.how-many"), figures: true },
        { head: say("cash.comes-to"), figures: true },
      ]}
      rows={all.map(({ value, count: of }) => ({
        name: money(value),
        cells: [
          (pieces.find((piece) => piece.grains === value)?.kinds ?? [])
            .map((kind) => say(`cash.kind.${kind}`))
            .join(" · "),
          say("value.figure", { value: `${of}` }),
          money(value * of),
        ],
      }))}
      foot={{ name: say("cash.all"), cells: ["", say("value.figure", { value: `${count}` }), money(sum)] }}
    />
  );
}
