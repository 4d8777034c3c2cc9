/** The stories of the example, each where its README says. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { toldOf } from "../../examples/three-quebradas/families.ts";
import { exampleId } from "../../examples/three-quebradas/ids.ts";
import { seatAs } from "../../examples/three-quebradas/seats.ts";
import type { StatementContent } from "../../rooms/settlement/content.ts";
import { book, deliveryId, firstDay, type Made, madeExample, memberId } from "./made.ts";

let made: Made;
const query: Made["query"] = (...asked) => made.query(...asked);
const one: Made["one"] = (...asked) => made.one(...asked);
beforeAll(async () => {
  made = await madeExample();
}, 120_000);
afterAll(() => made.books.database.drop());

const papers = async (agent: string): Promise<readonly StatementContent[]> =>
  (
    await query(
      "select content from books.paper where book_id = $1 and kind = 'statement' and content::jsonb ->> 'agent' is not null order by position, number",
    )
  )
    .map(({ content }) => JSON.parse(content) as StatementContent)
    .filter((paper) => paper.agent.id === agent);

test("member 0131: paid last year, owed today: the worked example's statement, an advance, a credit, an agreement [example.stories]", async () => {
  const own = await papers(memberId("0131"));
  expect(own.at(-1)).toMatchObject({
    number: expect.stringMatching(/^L-2026-\d{6}$/),
    agent: { memberNumber: "0131" },
    subtotals: { value: "6494786", net: "2940786" },
    payment: { paid: "2940800", difference: "14" },
  });
  expect(own.at(-1)?.deliveries.map(({ receipt }) => receipt)).toEqual(["T3Q-2-004417"]);
  expect(own.length).toBeGreaterThan(1);
  const paid = await query("select paid_in from books.payment where book_id = $1 and agent = $2", memberId("0131"));
  expect(paid).toHaveLength(own.length - 1);
  expect(await query("select receipt from books.advance where book_id = $1 and agent = $2", memberId("0131"))).toEqual([
    { receipt: "RC-000871" },
  ]);
  expect(
    await one(
      "select kind, body ->> 'made' as made from books.agreement where book_id = $1 and parties @> $2",
      JSON.stringify([{ agent: memberId("0131") }]),
    ),
  ).toEqual({ kind: "supply", made: "signed" });
  expect(seatAs(book, "member").agent).toBe(memberId("0131"));
});

test("what waits for an answer: a disputed grade, a sack of 581 kg, cocoa of a neighbour; and one answer that was given", async () => {
  const asked = await query(
    "select q.code, q.to_role, q.about, a.answer from books.question q left join books.question_answer a using (book_id, asked_position, ordinal) where book_id = $1 order by q.asked_position",
  );
  expect(asked).toEqual([
    {
      code: "delivery.weight-implausible",
      to_role: "manager",
      about: deliveryId("coffee past 0106 full"),
      answer: "stands",
    },
    {
      code: "delivery.objection",
      to_role: "technician",
      about: deliveryId("coffee now 0112 disputed"),
      answer: null,
    },
    { code: "delivery.not-a-member", to_role: "manager", about: deliveryId("cocoa now neighbour"), answer: null },
    {
      code: "delivery.weight-implausible",
      to_role: "manager",
      about: deliveryId("coffee now 0138 heavy"),
      answer: null,
    },
  ]);
});

test("handed over last season and told after its closing: unsettled, booked on the first open day", async () => {
  const late = await one(
    "select d.season, d.origin, s.statement, e.booked > e.happened as later from books.delivery d join books.entry e on e.book_id = d.book_id and e.about = d.delivery::text left join books.settled_delivery s on s.book_id = d.book_id and s.delivery = d.delivery where d.book_id = $1 and d.delivery = $2",
    deliveryId("coffee past 0145 late"),
  );
  expect(late).toEqual({ season: "2025", origin: "paper", statement: null, later: true });
});

test("a void with its replacement, a spoken word before a witness, savers in two groups, a couple with one plot, no papers", async () => {
  const voided = await one("select replaced_by, reversed from books.delivery_void where book_id = $1");
  expect(voided).toEqual({ replaced_by: deliveryId("cocoa now 0110 right"), reversed: true });
  const spoken = await one("select parties from books.agreement where book_id = $1 and body ->> 'made' = 'spoken'");
  expect(spoken.parties.map(({ role }: { role: string }) => role)).toEqual(["carrier", "producer", "witness"]);
  const groups =
    "select count(*)::int as groups from books.tie where book_id = $1 and kind = 'membership' and from_agent = $2";
  for (const number of toldOf.savers) expect(await one(groups, memberId(number))).toEqual({ groups: 2 });
  const household = exampleId(book, `household ${toldOf.couple}`);
  expect(
    await one(
      "select count(*)::int as members from books.tie where book_id = $1 and kind = 'household' and to_agent = $2",
      household,
    ),
  ).toEqual({ members: 2 });
  expect(
    await one("select count(*)::int as plots from books.plot where book_id = $1 and holder = $2", household),
  ).toEqual({ plots: 1 });
  expect(
    await one(
      "select identity, telephone from books.profile where book_id = $1 and agent = $2",
      memberId(toldOf.noPapers),
    ),
  ).toEqual({ identity: null, telephone: null });
});

test("who left is owed the shares; who asked was erased", async () => {
  const shares = await one(
    "select -sum(amount) as owed from books.posting where book_id = $1 and account = 'share-capital' and agent = $2",
    memberId(toldOf.left),
  );
  expect(BigInt(shares.owed)).toBeGreaterThan(0n);
  expect(
    await one(
      "select v.value from books.profile p left join books.personal_value v on v.book_id = p.book_id and v.digest = p.name ->> 'digest' where p.book_id = $1 and p.agent = $2",
      memberId(toldOf.erased),
    ),
  ).toEqual({ value: null });
  expect(await query("select agent from books.erasure where book_id = $1")).toEqual([
    { agent: memberId(toldOf.erased) },
  ]);
});

test("six settlements closed, one waits for its review; paid in cash and by transfer; two statements closed and not paid", async () => {
  const stages = await query(
    "select distinct on (settlement) stage from books.settlement_stage where book_id = $1 order by settlement, step desc",
  );
  const count = (stage: string) => stages.filter((one) => one.stage === stage).length;
  expect(["paid", "closed", "drafted"].map(count)).toEqual([4, 2, 1]);
  const ways = await query(
    "select paid_in, count(*)::int as payments from books.payment where book_id = $1 group by 1 order by 1",
  );
  expect(ways).toEqual([
    { paid_in: "cash", payments: 43 },
    { paid_in: "transfer", payments: 136 },
  ]);
  const unpaid = await query(
    "select r.agent from books.statement_result r left join books.payment p using (book_id, statement) where book_id = $1 and p.payment is null",
  );
  expect(unpaid.map(({ agent }) => agent).sort()).toEqual([memberId("0131"), memberId(toldOf.uncollected)].sort());
});

test("advances and credits are collected, interest with them; one credit is overdue and not repaid", async () => {
  const collected = await one(
    "select sum(c.principal) filter (where a.advance is not null) > 0 as advances, sum(c.interest) > 0 as interest, sum(c.principal) filter (where d.credit is not null) > 0 as credits from books.collection c left join books.advance a on a.book_id = c.book_id and a.advance = c.debt left join books.credit d on d.book_id = c.book_id and d.credit = c.debt where c.book_id = $1",
  );
  expect(collected).toEqual({ advances: true, interest: true, credits: true });
  const overdue = await one(
    "select k.due_day < $2::date as due, k.principal - coalesce(sum(c.principal), 0) > 0 as owed from books.credit k left join books.collection c on c.book_id = k.book_id and c.debt = k.credit where k.book_id = $1 and k.credit = $3 group by 1, k.principal",
    firstDay,
    exampleId(book, "credit overdue"),
  );
  expect(overdue).toEqual({ due: true, owed: true });
});
test("credits are signed by two: the treasurer's of yesterday waits for the manager", async () => {
  const waits = await query("select p.kind, p.proposed_by from books.proposal p where book_id = $1 and ended is null");
  expect(waits).toEqual([{ kind: "input-credit.grant", proposed_by: seatAs(book, "treasurer").agent }]);
});
