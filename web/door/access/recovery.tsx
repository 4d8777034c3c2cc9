/**
 * Standing for somebody who forgot their PIN. One officer of every organisation where the account sits confirms; where it gives seats
 * itself, two, and never the person. Else whoever runs one small book could take an account that also sits in a large one.
 */
import { done, refused } from "../../../kernel/refusal.ts";
import { seatsOfAccount } from "../../../store/installation/accounts-seats.ts";
import { Notice } from "../../components/notice.tsx";
import type { BookForm, PageAt } from "../../desk/page.ts";
import { officersOf } from "../../server/operator.ts";
import { callerOf } from "../doorway.ts";
import { nameOf } from "./list.tsx";
import { codePaperPage } from "./paper.tsx";
import { mayLetIn, type SeatStanding, seatStanding } from "./standing.ts";

/** What an organisation has to do with a recovery: how many officers are needed, have confirmed, and could at all. */
export type RecoveryNeed = {
  readonly book: string;
  readonly name: string;
  readonly needed: number;
  readonly confirmed: number;
  readonly possible: number;
};

/** What is needed of each organisation where the account sits. */
export async function recoveryNeeds(at: PageAt, account: string): Promise<readonly RecoveryNeed[]> {
  const { store, recoveries } = at.services.installation;
  const keeper = store.connect("keeper");
  const seats = await seatsOfAccount(keeper, account, at.now);
  const recovery = await recoveries.of(account);
  const needs: RecoveryNeed[] = [];
  for (const book of new Set(seats.map((one) => one.book))) {
    const own = seats.filter((one) => one.book === book);
    const officers = await officersOf(keeper, book, at.today);
    const others = officers.filter((agent) => !own.some((one) => one.agent === agent));
    const confirmed = (recovery?.confirmed ?? []).filter((by) => by.book === book && others.includes(by.agent));
    needs.push({
      ...{ book, name: own[0]?.name ?? "" },
      needed: own.some(({ agent }) => officers.includes(agent)) ? 2 : 1,
      confirmed: new Set(confirmed.map(({ agent }) => agent)).size,
      possible: others.length,
    });
  }
  return needs;
}

const isMet = (needs: readonly RecoveryNeed[]): boolean =>
  needs.length > 0 && needs.every(({ needed, confirmed }) => confirmed >= needed);

/** What is said and offered on the page of the seat. */
export function RecoveryPart({ at, one, needs }: { at: PageAt; one: SeatStanding; needs: readonly RecoveryNeed[] }) {
  const { say } = at;
  const lacking = needs.filter(({ needed, confirmed }) => confirmed < needed);
  if (one.agent === at.session.agent) return <p class="soft">{say("door.recovery.not-oneself")}</p>;
  return (
    <>
      {one.forgot ? (
        <Notice state="waiting" title={say("door.recovery.asked", { name: nameOf(one, say) })}>
          {lacking.map(({ name, needed, confirmed, possible }) => (
            <p>
              {say(possible < needed ? "door.recovery.operator" : "door.recovery.lacks", {
                organisation: name,
                needed: `${needed}`,
                confirmed: `${confirmed}`,
              })}
            </p>
          ))}
        </Notice>
      ) : null}
      <p>{say("door.recovery.why")}</p>
      <form method="post" action={at.address(`access/${one.seat}/recovery`)}>
        <button class="do" type="submit">
          {say(one.forgot ? "door.recovery.confirm" : "door.recovery.begin")}
        </button>
      </form>
    </>
  );
}

/** Confirms; and when nobody lacks any more, shows the code, once. */
export const recoveryForm: BookForm = {
  path: "/o/:book/access/:seat/recovery",
  post: async (at) => {
    const allowed = mayLetIn(at);
    const one = allowed.ok ? await seatStanding(at) : allowed;
    if (!one.ok) return one;
    const { account, agent, seat } = one.value;
    const isOwn = agent === at.session.agent || account === at.session.account;
    if (account === null || isOwn) return refused("recovery.not-oneself");
    const { recoveries } = at.services.installation;
    const by = { book: at.book, agent: at.session.agent, account: at.session.account };
    const recovery = await recoveries.confirm(account, by);
    if (!isMet(await recoveryNeeds(at, account)))
      return done({ goTo: at.address(`access/${seat}`), told: "door-confirmed" });
    const code = await recoveries.code(recovery);
    if (!code.ok) return code;
    const { say } = at;
    const { origin } = callerOf(at.request, undefined, at.services.doorway);
    return done(
      codePaperPage(at, {
        title: say("door.paper.recovery", { name: nameOf(one.value, say) }),
        lines: [
          say("door.paper.recovery-what"),
          say("door.paper.recovery-how", { origin }),
          say("door.paper.recovery-care"),
        ],
        code: code.value,
        address: `${origin}/recover`,
        until: say("door.paper.a-day"),
        after: null,
      }),
    );
  },
};
