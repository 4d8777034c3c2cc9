/** `/o/BOOK/payments/cash`: which notes and coins must the treasurer bring, so that everybody is paid exactly? */
import { done, type Result } from "../../../kernel/refusal.ts";
import { type Bundle, bundlesTogether, payerOf } from "../../../rooms/settlement/rules/cash/bundles.ts";
import { type Filled, TickField } from "../../components/fields.tsx";
import { Notice } from "../../components/notice.tsx";
import { Table } from "../../components/table.tsx";
import type { BookPage, PageAt } from "../../desk/page.ts";
import { personName } from "../../language/names.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { moneyAt } from "../settling.ts";
import {
  type CashRow,
  cashAsked,
  cashRows,
  denominationsAt,
  grainAt,
  type InForce,
  type Piece,
  piecesOf,
} from "./gather.ts";

export const cashPage: BookPage = { path: "/o/:book/payments/cash", open: draw };

/** People shown with their own notes; all of them are counted. */
const mostShown = 500;

/** What one currency comes to. `used`: the values that were not left out. */
type Counted = {
  readonly currency: string;
  readonly list: InForce | null;
  readonly pieces: readonly Piece[];
  readonly used: readonly Piece[];
  readonly rows: readonly (CashRow & { readonly bundle: Bundle })[];
};

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

const wordOf = (currency: string, { value }: Piece): string => `${currency}:${value}`;

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

/** Which values there are at the bank today: those not ticked are done without. */
function Choose({ at, one: { currency, pieces, used } }: { at: PageAt; one: Counted }) {
  const { say } = at;
  const typed = new URLSearchParams(used.map((piece) => ["with", wordOf(currency, piece)]));
  const filled: Filled = { typed, wrong: [] };
  const kept = [...at.words].filter(([name, value]) => name !== "with" || !value.startsWith(`${currency}:`));
  return (
    <details class="ask">
      <summary>{say("cash.choose")}</summary>
      <form class="act" method="get" action={at.address("payments/cash")}>
        {kept.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <TickField
          name="with"
          label={say("cash.with")}
          choices={pieces.map((piece) => ({
            value: wordOf(currency, piece),
            says: say("value.money-line", { value: piece.value, currency }),
          }))}
          many
          optional
          filled={filled}
        />
        <p class="acts">
          <button class="do" type="submit">
            {say("cash.count-again")}
          </button>
        </p>
      </form>
    </details>
  );
}

function People({ at, one: { currency, rows } }: { at: PageAt; one: Counted }) {
  const { say } = at;
  const money = (grains: bigint | string) =>
    say("value.money-line", { value: moneyAt(at, currency, `${grains}`), currency });
  const shown = [...rows]
    .sort((a, b) => (a.bundle.left > 0n ? 0 : 1) - (b.bundle.left > 0n ? 0 : 1))
    .slice(0, mostShown);
  const figure = (value: string) => say("value.figure", { value });
  return (
    <section>
      <h3>{say("cash.each")}</h3>
      {rows.length > shown.length ? (
        <p class="soft">{say("cash.more", { more: `${rows.length - shown.length}` })}</p>
      ) : null}
      <Table
        label={say("cash.each")}
        columns={[
          { head: say("settle.person-head") },
          { head: say("statements.number") },
          { head: say("payments.to-hand"), figures: true },
          { head: say("cash.pieces") },
        ]}
        rows={shown.map((row) => ({
          name: [personName(row, say), row.member_number].filter((part) => part !== null).join(" · "),
          cells: [
            row.number,
            money(row.to_hand),
            [
              ...row.bundle.pieces.map(
                ({ value, count }) => `${count}\u00a0×\u00a0${figure(moneyAt(at, currency, `${value}`))}`,
              ),
              ...(row.bundle.left > 0n ? [say("cash.left", { left: money(row.bundle.left) })] : []),
            ].join(" · "),
          ],
        }))}
      />
    </section>
  );
}
