/** What waits for a second signature: to sign, decline or take back. */
import type { MovedAmount } from "../../kernel/act/ground.ts";
import { DECIMAL } from "../../kernel/exact/index.ts";
import { isUuid } from "../../kernel/ids.ts";
import { done, type Refusal, type Result } from "../../kernel/refusal.ts";
import { day } from "../../kernel/time/index.ts";
import {
  proposalsPage as draw,
  type EndedShown,
  type ProposalShown,
  type Told,
} from "../../rooms/book/pages/proposals.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../desk/page.ts";
import { productName } from "../language/names.ts";
import type { Page } from "../render.ts";

type Kept = Readonly<Record<"proposal" | "kind" | "power" | "proposed_by" | "on_day" | "until", string>> &
  Readonly<Record<"proposer" | "ended" | "ended_by" | "ender" | "reason" | "ended_on", string | null>> & {
    readonly says: Readonly<Record<string, unknown>>;
    readonly weighed: { readonly amounts?: readonly MovedAmount[] };
    readonly names: Readonly<Record<string, string>>;
  };

/** Where the documents are that proposals name. */
const places: Readonly<Record<string, string>> = { settlement: "settlements", agent: "members" };

/** Days and figures as they are written here; other words as they were said. */
function inWords(text: string, { say }: PageAt): string {
  if (day(text) !== null) return say("value.day", { value: text });
  return DECIMAL.test(text) ? say("value.figure", { value: text }) : text;
}

/** What was said in words: people by name, days as days, lists by how many they are. Amounts are shown as what is moved. */
function toldOf({ says, names, weighed }: Kept, at: PageAt): readonly Told[] {
  const amounts = new Set((weighed.amounts ?? []).map((one) => one.field));
  return Object.entries(says).flatMap(([field, value]) => {
    if (amounts.has(field) || field === "currency" || value === null) return [];
    if (Array.isArray(value))
      return [
        {
          field,
          says: value.every((one) => typeof one === "string") ? value.join(", ") : `${value.length}`,
          href: null,
        },
      ];
    if (typeof value === "object") return [];
    const text = String(value);
    const place = places[field];
    const href = place !== undefined && isUuid(text) ? at.address(`${place}/${text}`) : null;
    const says = names[text] ?? (field === "product" ? productName(text, at.say) : text);
    if (isUuid(says)) return href === null ? [] : [{ field, says: at.say("proposals.see"), href }];
    return [{ field, says: inWords(says, at), href }];
  });
}

function shownOf(one: Kept, at: PageAt): ProposalShown {
  const mine = one.proposed_by === at.session.agent;
  return {
    ...{
      proposal: one.proposal,
      kind: one.kind,
      power: one.power,
      proposer: one.proposer,
      on: one.on_day,
      until: one.until,
    },
    amounts: one.weighed.amounts ?? [],
    told: toldOf(one, at),
    names: one.names,
    may: mine ? "withdraw" : at.powers.has(one.power) ? "sign" : "look",
    acts: { sign: at.newAct(), end: at.newAct() },
  };
}

const ways = ["signed", "declined", "withdrawn"] as const;

const endedOf = (one: Kept): EndedShown => ({
  ...{ kind: one.kind, proposer: one.proposer, on: one.on_day, by: one.ender, reason: one.reason },
  ended: ways.find((way) => way === one.ended) ?? "expired",
  endedOn: one.ended_on ?? one.until,
});

type Refused = { readonly proposal: string; readonly reason: string; readonly because: readonly Refusal[] } | null;

async function proposalsAt(at: PageAt, refused: Refused): Promise<Result<Page>> {
  const waiting = await at.ask("proposals.list", { open: true, limit: 200 });
  if (!waiting.ok) return waiting;
  const over = await at.ask("proposals.list", { open: false, limit: 50 });
  if (!over.ok) return over;
  const unended = waiting.value.rows as unknown as readonly Kept[];
  const expired = unended.filter((one) => one.until < at.today);
  const props = {
    frame: at.frame("our-book"),
    book: at.book,
    action: at.address("proposals"),
    powersHref: at.address("powers"),
    open: unended.filter((one) => one.until >= at.today).map((one) => shownOf(one, at)),
    ended: [...expired, ...(over.value.rows as unknown as readonly Kept[])].map(endedOf),
    refused,
  };
  return done(draw(props, at.say));
}

export const proposalsPage: BookPage = { path: "/o/:book/proposals", open: (at) => proposalsAt(at, null) };

async function said(at: FormAt, kind: string, reason: string | null, told: string): Promise<Result<Page | GoTo>> {
  const proposal = at.form.text("proposal");
  const spoken = await at.speak(kind, reason === null ? { proposal } : { proposal, reason });
  if (spoken.outcome === "refused")
    return proposalsAt(at, { proposal, reason: reason ?? "", because: spoken.refusals });
  return done({ goTo: at.address("proposals"), told });
}

const reasonIn = ({ form }: FormAt): string => form.text(`reason-${form.text("proposal")}`);

export const signForm: BookForm = {
  path: "/o/:book/proposals/sign",
  post: (at) => said(at, "proposal.sign", null, "signed"),
};
export const declineForm: BookForm = {
  path: "/o/:book/proposals/decline",
  post: (at) => said(at, "proposal.decline", reasonIn(at), "declined"),
};
export const withdrawForm: BookForm = {
  path: "/o/:book/proposals/withdraw",
  post: (at) => said(at, "proposal.withdraw", reasonIn(at), "withdrawn"),
};
