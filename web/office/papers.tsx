/** How a kept paper is shown: on which paper, in one language or two, on the screen or as PDF. */
import { besideEachOther, type CopyNotes, type PaperDocument } from "../../channels/paper/document.ts";
import { type PaperSize, pdfOf } from "../../channels/paper/pdf.ts";
import { Sheet, Slip } from "../components/paper.tsx";
import { Speaking } from "../components/speaking.tsx";
import type { PageAt } from "../desk/page.ts";
import type { Say } from "../language/say.ts";
import type { Page } from "../render.ts";
import { addressWith, tonguesOf } from "../server/page.ts";

const sizes: readonly PaperSize[] = ["58", "80", "a4", "letter"];

/** What `?paper=` names, or `usual`. */
export const sizeAsked = (at: PageAt, usual: PaperSize): PaperSize =>
  sizes.find((one) => one === at.words.get("paper")) ?? usual;

/** The margins and the paper that a browser prints on. A roll's end is where its content ends; a browser wants a length. */
const pageCss: Readonly<Record<PaperSize, string>> = {
  "58": "@page{size:58mm 340mm;margin:3mm}",
  "80": "@page{size:80mm 340mm;margin:4mm}",
  a4: "@page{size:A4;margin:13mm}",
  letter: "@page{size:letter;margin:13mm}",
};

/** A paper to be shown: how it is composed in a language, and what is said of this copy. */
export type Shown = {
  readonly compose: (say: Say) => PaperDocument;
  readonly sayIn: (language: string) => Say;
  readonly notes: (say: Say) => CopyNotes;
  readonly bandOf: string;
  readonly usual: PaperSize;
  /** Where such papers are listed, or the page that this paper belongs to. */
  readonly back: { readonly href: string; readonly says: string };
};

/** The paper as a page, or as PDF with `?as=pdf`; `?with=en` sets a second language beside the reader's. */
export async function paperResponse(at: PageAt, shown: Shown): Promise<Page | Response> {
  const say = shown.sayIn(at.language);
  const second = at.words.get("with");
  const knows = second !== null && second !== at.language && at.services.catalogues.has(second);
  const one = shown.compose(say);
  const paper = knows ? besideEachOther(one, shown.compose(shown.sayIn(second))) : one;
  const size = sizeAsked(at, shown.usual);
  const notes = shown.notes(say);
  if (at.words.get("as") !== "pdf") return paperPage(at, paper, { size, notes, shown, say });
  const bytes = await pdfOf(paper, size, notes);
  const name = `${paper.number.replace(/[^A-Za-z0-9.-]+/g, "-")}.pdf`;
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename="${name}"`,
      "Content-Language": say.language,
    },
  });
}

type Drawn = { readonly size: PaperSize; readonly notes: CopyNotes; readonly shown: Shown; readonly say: Say };

function paperPage(at: PageAt, paper: PaperDocument, { size, notes, shown, say }: Drawn): Page {
  const isSlip = size === "58" || size === "80";
  const other = tonguesOf(at.request, at.services.catalogues).filter(({ tag }) => tag !== at.language);
  return {
    title: paper.title,
    style: ["sheet", "paper"],
    bandOf: shown.bandOf,
    bandLies: "along",
    ownStyle: pageCss[size],
    say,
    body: (
      <Speaking value={say}>
        <nav class="paper-acts" aria-label={say("paper.acts")}>
          <a href={shown.back.href}>{shown.back.says}</a>
          <a href={addressWith(at.request, { as: "pdf" })}>{say("paper.pdf")}</a>
          {sizes.map((one) =>
            one === size ? null : <a href={addressWith(at.request, { paper: one })}>{say(`paper.size-${one}`)}</a>,
          )}
          {at.words.has("with") ? (
            <a href={addressWith(at.request, { with: null })}>{say("paper.one-language")}</a>
          ) : (
            other.map(({ tag, name }) => (
              <a href={addressWith(at.request, { with: tag })} lang={tag}>
                {say("paper.beside", { name })}
              </a>
            ))
          )}
        </nav>
        {isSlip ? (
          <Slip paper={paper} notes={notes} wide={size === "80"} />
        ) : (
          <>
            <div class="band" aria-hidden="true" />
            <Sheet paper={paper} notes={notes} />
          </>
        )}
      </Speaking>
    ),
  };
}
