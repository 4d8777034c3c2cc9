/** ISO 20022 credit transfers (pain.001): one message, of which its versions differ in four places. */
import type { XmlElement, XmlLayout } from "./layout.ts";

/** What a version has for itself: its letters, its name for a bank's code, and where the day of execution stands. */
export type CreditTransfers = Pick<XmlLayout, "code" | "version" | "since" | "source" | "letters"> & {
  readonly bic: "BIC" | "BICFI";
  readonly day: Pick<XmlElement, "is" | "of">;
};

type Side = "from" | "to";

const party = (tag: string, side: Side): XmlElement => ({
  tag,
  of: [
    { tag: "Nm", is: `${side}.name`, words: true, longest: 140 },
    {
      tag: "PstlAdr",
      of: [
        { tag: "TwnNm", is: `${side}.town`, words: true, longest: 35 },
        { tag: "Ctry", is: `${side}.country` },
      ],
    },
  ],
});

const account = (tag: string, side: Side, more: readonly XmlElement[]): XmlElement => ({
  tag,
  of: [
    {
      tag: "Id",
      of: [
        { tag: "IBAN", is: `${side}.iban` },
        { tag: "Othr", of: [{ tag: "Id", is: `${side}.account-number` }] },
      ],
    },
    ...more,
  ],
});

const bank = (tag: string, side: Side, bic: CreditTransfers["bic"]): XmlElement => ({
  tag,
  of: [
    {
      tag: "FinInstnId",
      of: [
        { tag: bic, is: `${side}.bic` },
        { tag: "ClrSysMmbId", of: [{ tag: "MmbId", is: `${side}.bank-code`, words: true, longest: 35 }] },
        { tag: "Nm", is: `${side}.wallet`, words: true, longest: 140 },
      ],
    },
    { tag: "BrnchId", of: [{ tag: "Id", is: `${side}.branch`, words: true, longest: 35 }] },
  ],
});

const transfer = (bic: CreditTransfers["bic"]): XmlElement => ({
  tag: "CdtTrfTxInf",
  each: "payments",
  of: [
    { tag: "PmtId", of: [{ tag: "EndToEndId", is: "payment.number" }] },
    {
      tag: "Amt",
      of: [{ tag: "InstdAmt", is: "payment.amount", attribute: { name: "Ccy", is: "order.currency" } }],
    },
    bank("CdtrAgt", "to", bic),
    party("Cdtr", "to"),
    account("CdtrAcct", "to", []),
    { tag: "RmtInf", of: [{ tag: "Ustrd", is: "payment.statement", words: true, longest: 140 }] },
  ],
});

/** The layout of one version. */
export const creditTransfers = ({ bic, day, ...version }: CreditTransfers): XmlLayout => ({
  ...version,
  media: "application/xml",
  extension: "xml",
  kind: "xml",
  namespace: `urn:iso:std:iso:20022:tech:xsd:${version.code}`,
  root: {
    tag: "CstmrCdtTrfInitn",
    of: [
      {
        tag: "GrpHdr",
        of: [
          { tag: "MsgId", is: "order.message" },
          { tag: "CreDtTm", is: "order.made" },
          { tag: "NbOfTxs", is: "order.count" },
          { tag: "CtrlSum", is: "order.sum" },
          { tag: "InitgPty", of: [{ tag: "Nm", is: "from.name", words: true, longest: 140 }] },
        ],
      },
      {
        tag: "PmtInf",
        of: [
          { tag: "PmtInfId", is: "order.number" },
          { tag: "PmtMtd", says: "TRF" },
          { tag: "NbOfTxs", is: "order.count" },
          { tag: "CtrlSum", is: "order.sum" },
          { tag: "ReqdExctnDt", ...day },
          party("Dbtr", "from"),
          account("DbtrAcct", "from", [{ tag: "Ccy", is: "order.currency" }]),
          bank("DbtrAgt", "from", bic),
          transfer(bic),
        ],
      },
    ],
  },
});
