/** One row of hand-overs: who brought how much of what, where and when; and, of the past, how it was settled. */
import { derivedUuid } from "../../kernel/ids.ts";
import { fold } from "./fold.ts";
import { askedRow, type Drafted, type StartAct } from "./outcome.ts";
import { currencyIn, gramsIn, memberIn, moneyIn, productIn, type Reading, seenBefore } from "./reading.ts";
import type { RowAt } from "./row-at.ts";

const LARGEST_COUNT = 100_000;

/** What a hand-over says in weights and bags. */
type Weighed = { readonly gross: bigint; readonly tare: bigint; readonly count: number };

/** Reads one hand-over. Its identity is receipt and place; without a receipt all that it says, counted within the file. */
export function readDelivery(row: RowAt, at: Reading): Drafted {
  const day = row.day("day");
  if (day === null) throw row.fault("import.cell-empty", "day");
  if (day > at.book.today) throw row.fault("import.day-to-come", "day");
  const member = memberIn(row, at);
  const product = productIn(row, at);
  const place = placeIn(row, at);
  const notes: string[] = [];
  const weighed = weighedIn(row, { product, day }, at, notes);
  const past = at.choices.settledElsewhere === true;
  if (!past && !at.book.seasons.some((one) => one.product === product && one.from <= day && day <= one.until))
    return askedRow("import.no-season", row.heading("day"), row.words("day"), { product, day });
  const receipt = row.maybe("receipt", 64);
  const told = { member: member.agent, day, product, place, weighed };
  const identity = receipt === undefined ? contentOf(told) : `receipt ${fold(place)} | ${receipt}`;
  const before = seenBefore(identity, at);
  if (before > 0 && (receipt !== undefined || at.choices.keepBoth !== true))
    return askedRow(
      "import.row-twice",
      row.heading(receipt === undefined ? "day" : "receipt"),
      receipt ?? row.words("day"),
    );
  const delivery = derivedUuid(`${at.book.book} delivery ${identity}${before > 0 ? ` again ${before}` : ""}`);
  const net = weighed.gross - weighed.tare;
  return {
    outcome: "ready",
    acts: [deliveryAct(row, { delivery, receipt, ...told }, at)],
    notes,
    delivery: { delivery, receipt: receipt ?? null, place, member: member.agent, product, day, net: net.toString() },
  };
}

type Told = {
  readonly member: string;
  readonly day: string;
  readonly product: string;
  readonly place: string;
  readonly weighed: Weighed;
};

const contentOf = ({ member, day, product, place, weighed }: Told): string =>
  `${member} ${day} ${product} ${fold(place)} ${weighed.gross} ${weighed.tare} ${weighed.count}`;

function placeIn(row: RowAt, { choices }: Reading): string {
  const word = (row.maybe("place", 64) ?? choices.place ?? "").replaceAll("|", "/");
  if (word === "") throw row.fault("import.cell-empty", "place");
  return word;
}

/** Gross and tare; a net weight alone is what was weighed, with nothing to take off. The three must agree. */
function weighedIn(
  row: RowAt,
  of: { readonly product: string; readonly day: string },
  at: Reading,
  notes: string[],
): Weighed {
  const [gross, tare, net] = ["gross", "tare", "net"].map((field) => gramsIn(row, field, of, at));
  if ([gross, tare, net].some((one) => one?.rounded)) notes.push("import.weight-rounded-to-gram");
  const whole = gross?.grams ?? (net == null ? null : net.grams + (tare?.grams ?? 0n));
  if (whole === null || whole === 0n) throw row.fault("import.weight-missing", gross === null ? "net" : "gross");
  const off = tare?.grams ?? (net == null ? 0n : whole - net.grams);
  if (off < 0n || off > whole) throw row.fault("import.tare-over-gross", "tare");
  if (net != null && whole - off !== net.grams) throw row.fault("import.net-differs", "net");
  if (gross != null && tare == null && net == null) notes.push("import.tare-unsaid");
  const bags = row.figure("bags");
  if (bags !== null && !/^\d{1,6}$/.test(bags)) throw row.fault("import.figure-unreadable", "bags");
  const count = bags === null ? 1 : Number.parseInt(bags, 10);
  if (count > LARGEST_COUNT) throw row.fault("import.figure-unreadable", "bags");
  return { gross: whole, tare: off, count };
}

type Whole = Told & { readonly delivery: string; readonly receipt: string | undefined };

function deliveryAct(row: RowAt, told: Whole, at: Reading): StartAct {
  const { delivery, receipt, member, product, place, day, weighed } = told;
  const bag = { gross_g: `${weighed.gross}`, tare_g: `${weighed.tare}`, container: "sack", count: weighed.count };
  const says = { delivery, member, product, place, on: day, bags: [bag], measurements: readingsIn(row) };
  const numbered = receipt === undefined ? says : { ...says, receipt };
  const past = at.choices.settledElsewhere === true;
  return {
    id: derivedUuid(`${delivery} ${past ? "of the past" : "handed over"}`),
    row: row.row.number,
    kind: past ? "delivery.record-past" : "delivery.receive",
    says: past ? { ...numbered, ...settledIn(row, at) } : numbered,
  };
}

/** What was paid, in words of the sheet; nothing when it says nothing of it. */
function settledIn(row: RowAt, at: Reading): object {
  const [price, total] = [row.figure("price"), row.figure("paid")];
  if (price === null && total === null) return {};
  const grain = currencyIn(row, at);
  const paid = moneyIn(row, "paid", grain);
  const settled = {
    ...(price === null ? {} : { price }),
    ...(paid === null ? {} : { paid }),
    currency: grain.currency,
  };
  return { settled };
}

/** Readings in a lasting order. A zero means that nobody measured. */
function readingsIn(row: RowAt): readonly object[] {
  return [
    ["moisture", "moisture", "percent"],
    ["factor", "yield-factor", "kg"],
    ["score", "cup-score", "point"],
  ].flatMap(([field = "", measure, unit]) => {
    const value = row.figure(field);
    return value === null || value === "0" ? [] : [{ measure, value, unit }];
  });
}
