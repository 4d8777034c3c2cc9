/** The sentence with which the list of points answers its question: whom have we not heard from? */
import type { PageAt } from "../../desk/page.ts";
import { heardToday, heardWords, inUse, type PointShown, type TelephoneShown } from "./read.ts";

/** What stands above the list. */
export function listAnswer(
  points: readonly PointShown[],
  telephones: readonly TelephoneShown[] | null,
  at: PageAt,
): string {
  const { say } = at;
  if (points.length === 0) return say("points.answer-none");
  if (telephones === null) return say("points.answer-points", { points: `${points.length}` });
  const used = telephones.filter((one) => inUse(one) && one.place !== null);
  if (used.length === 0) return say("points.answer-no-telephone");
  const silent = used.filter((one) => !heardToday(one, at));
  if (silent.length === 0) return say("points.answer-all", { telephones: `${used.length}` });
  const [longest] = [...silent].sort((one, other) => ((one.last_heard ?? "") < (other.last_heard ?? "") ? -1 : 1));
  const values = {
    silent: `${silent.length}`,
    telephones: `${used.length}`,
    name: points.find(({ place }) => place === longest?.place)?.name ?? longest?.place ?? "",
    since: longest === undefined ? "" : heardWords(longest, at),
  };
  return say(longest?.last_heard === null ? "points.answer-never" : "points.answer-silent", values);
}
