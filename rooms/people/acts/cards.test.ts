import { describe, expect, test } from "vitest";
import { codesOf, idOf, openedBook } from "../../book/testing.ts";
import { acts } from "../index.ts";
import { cardsOf, holderOfCard } from "../needs.ts";
import { cardIn, cardText } from "../rules/cards.ts";
import { rosa, withRosa } from "../testing.ts";

const opened = () => withRosa(openedBook(...acts));
type Book = ReturnType<typeof opened>;
const [first, second] = [idOf("a card"), idOf("another card")];
const issue = (book: Book, ...cards: readonly [card: string, agent: string][]) =>
  codesOf(book.speak("card.issue", { cards: cards.map(([card, agent]) => ({ card, agent })) }));
const holder = (book: Book, card: string): string | null => {
  const tried = holderOfCard(card).tryOn(book.page);
  if ("missing" in tried) throw new Error("a whole page knows");
  return tried.known;
};
const carried = (book: Book): readonly string[] => {
  const tried = cardsOf(rosa.agent).tryOn(book.page);
  if ("missing" in tried) throw new Error("a whole page knows");
  return tried.known.map(({ card }) => card);
};

describe("cards of members [people.cards]", () => {
  test("a card given to Rosa names her; one that nobody gave names nobody", () => {
    const book = opened();
    expect(issue(book, [first, rosa.agent])).toEqual([]);
    expect([holder(book, first), holder(book, second)]).toEqual([rosa.agent, null]);
  });

  test("a second card takes the first one back", () => {
    const book = opened();
    issue(book, [first, rosa.agent]);
    expect(issue(book, [second, rosa.agent])).toEqual([]);
    expect([holder(book, first), holder(book, second)]).toEqual([null, rosa.agent]);
    expect(carried(book)).toEqual([second]);
  });

  test("a lost card is taken back and names nobody from then on; another can be given", () => {
    const book = opened();
    issue(book, [first, rosa.agent]);
    expect(codesOf(book.speak("card.void", { card: first, reason: "se perdió" }))).toEqual([]);
    expect(holder(book, first)).toBeNull();
    expect(codesOf(book.speak("card.void", { card: first, reason: "otra vez" }))).toEqual(["card.void-already"]);
    expect(issue(book, [second, rosa.agent])).toEqual([]);
    expect(carried(book)).toEqual([second]);
  });

  test("to nobody, under an id that was given, or twice in one act: refused, and nothing is given", () => {
    const book = opened();
    expect(issue(book, [first, idOf("nobody")])).toEqual(["card.agent-unknown"]);
    expect(issue(book, [first, rosa.agent], [second, rosa.agent])).toEqual(["card.twice"]);
    expect(holder(book, first)).toBeNull();
    issue(book, [first, rosa.agent]);
    expect(issue(book, [first, rosa.agent])).toEqual(["card.id-used"]);
    expect(codesOf(book.speak("card.void", { card: second, reason: "x" }))).toEqual(["card.unknown"]);
  });

  test("what stands on it says nothing of her, and comes back from a camera in any case", () => {
    const text = cardText(first);
    expect(text).toMatch(/^AYNI:[0-9A-F]{32}$/);
    for (const seen of [text, text.toLowerCase(), ` ${text}\n`, first, first.toUpperCase()])
      expect(cardIn(seen)).toBe(first);
    for (const seen of ["", "0131", "AYNI:12", `${text}0`, "https://t3q.example/R#123"])
      expect(cardIn(seen)).toBeNull();
    expect(text).not.toContain(rosa.agent.slice(0, 8).toUpperCase());
  });
});
