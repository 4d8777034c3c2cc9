/** Hand-overs said as the screens say them, by a telephone's own core: seven sacks and four readings each, all by a seed. */
import { derivedUuid } from "../../../kernel/ids.ts";
import { notationOf } from "../../language/notation.ts";
import type { FieldCore, SaidHere } from "../app/ports.ts";
import { factsOf } from "../app/screens/hand-over/facts.ts";
import { saysOf } from "../app/screens/hand-over/give.tsx";
import { type HandOverDraft, newDraft, withBag, withReading } from "../app/screens/hand-over/rules/draft.ts";
import { memberAt, seasonPoint, seasonProduct, seasonScale } from "./season.ts";

/** Bytes of chance that come out alike for the same seed, and look as random as any to whoever compresses them. */
export function seeded(seed: string): (bytes: number) => Uint8Array {
  let drawn = 0;
  let rest: readonly number[] = [];
  return (bytes) => {
    while (rest.length < bytes) {
      drawn += 1;
      // Version and variant of an id are fixed: the bytes that carry them are left out.
      const hex = derivedUuid(`${seed} ${drawn}`).replaceAll("-", "");
      const pairs = `${hex.slice(0, 12)}${hex.slice(14, 16)}${hex.slice(18)}`.match(/../g) ?? [];
      rest = [...rest, ...pairs.map((pair) => Number.parseInt(pair, 16))];
    }
    const taken = rest.slice(0, bytes);
    rest = rest.slice(bytes);
    return Uint8Array.from(taken);
  };
}

type Chance = (bytes: number) => Uint8Array;

/** A whole number from 0 up to below `below`. */
export const drawn = (chance: Chance, below: number): number => {
  const [high = 0, low = 0] = chance(2);
  return (high * 256 + low) % below;
};

const notation = notationOf("es", "CO");
const decimals = (tenths: number): string => `${Math.trunc(tenths / 10)},${tenths % 10}`;

/** Somebody brings seven sacks of 50 to 70 kg, on a scale that shows half kilograms, and a sample is read. */
export function sevenSacksOf(core: FieldCore, agent: string, chance: Chance): HandOverDraft {
  let draft = newDraft(core.newId(), { who: { agent }, product: seasonProduct, stage: "look" });
  for (let bag = 0; bag < 7; bag += 1) {
    const halves = 100 + drawn(chance, 41);
    draft = withBag(draft, {
      ...{ container: "sack", count: 1, unit: "kg", tare_g: "700", tareBy: "table" },
      ...{ shown: `${halves / 2}`, gross_g: `${halves * 500}` },
    });
  }
  draft = withReading(draft, "moisture", decimals(105 + drawn(chance, 25)));
  draft = withReading(draft, "sample-grams", "250");
  draft = withReading(draft, "sound-grams", decimals(1_820 + drawn(chance, 120)));
  return withReading(draft, "pasilla-grams", decimals(60 + drawn(chance, 60)));
}

/** Says a hand-over as the screen of the receipt does. */
export async function given(core: FieldCore, draft: HandOverDraft): Promise<SaidHere> {
  const facts = factsOf(core, draft, notation);
  const said = await core.say("delivery.receive", saysOf(core, draft, facts, "es"), {
    act: draft.delivery,
    receipt: true,
  });
  if ("notSaid" in said) throw new Error(said.notSaid);
  return said;
}

/** The scale is checked in the morning: what every hand-over of the day tells. */
export async function scaleChecked(core: FieldCore): Promise<void> {
  const { scale, knownWeight_g } = seasonScale;
  const check = { place: seasonPoint, on: core.today(), clock: "06:30", scale };
  const said = await core.say("scale.check", { ...check, expected_g: knownWeight_g, shown_g: knownWeight_g });
  if ("notSaid" in said) throw new Error(said.notSaid);
}

/** So many hand-overs of members drawn by chance; `between` is told before each, to move the clock. */
export async function handOvers(
  core: FieldCore,
  howMany: { readonly count: number; readonly members: number },
  chance: Chance,
  between: () => void = () => {},
): Promise<void> {
  for (let at = 0; at < howMany.count; at += 1) {
    between();
    await given(core, sevenSacksOf(core, memberAt(drawn(chance, howMany.members)), chance));
  }
}
