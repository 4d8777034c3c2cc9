/** Lists of keys that this browser knows: those given with the document, and those kept since. */
import { bytesInText } from "../../../kernel/cose/carrier.ts";
import { listOfCard } from "../key-card.ts";
import { jsonIn, type KeyList, listIn } from "../key-list.ts";
import { verifyHere } from "./verify.ts";

const place = "ayni-keys";

/** Texts that were kept: signed lists, and numbers of second squares. A browser that keeps nothing is no reason to fail. */
function kept(): readonly string[] {
  try {
    const texts = jsonIn(localStorage.getItem(place) ?? "[]");
    return Array.isArray(texts) ? texts.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}

/** The list in a text: a signed list, or a second square; null when it is neither. */
export async function keysIn(text: string): Promise<KeyList | null> {
  const list = await listIn(text.trim(), verifyHere);
  if (list !== null) return list;
  const bytes = bytesInText(text);
  return bytes === null ? null : listOfCard(bytes, verifyHere);
}

/** Every list at hand, each signed by the key it names. */
export async function listsHere(more: readonly string[]): Promise<readonly KeyList[]> {
  const read = await Promise.all([...kept(), ...more].map(keysIn));
  return read.filter((list) => list !== null);
}

/** Keeps a list. It takes the place of others of its book that know no more devices. */
export async function keepKeys(text: string, list: KeyList): Promise<void> {
  const others: string[] = [];
  for (const one of kept()) {
    const other = await keysIn(one);
    const isReplaced = other?.book === list.book && covers(list, other);
    if (other !== null && one !== text && !isReplaced) others.push(one);
  }
  try {
    localStorage.setItem(place, JSON.stringify([...others, text]));
  } catch {
    // Nothing can be kept here: the list serves until the page is closed.
  }
}

/** Whether a list knows every device of another, so that nothing is lost with that one. */
const covers = (list: KeyList, other: KeyList): boolean =>
  other.devices.every(({ key }) => list.devices.some((one) => one.key === key));
