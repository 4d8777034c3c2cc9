/** ISO 20022 credit transfers as banks take them since 2019: pain.001.001.09. */
import type { XmlElement, XmlLayout } from "./layout.ts";

const from: readonly XmlElement[] = [
  {
    tag: "Dbtr",
    of: [
      { tag: "Nm", is: "from.name", words: true, longest: 140 },
      {
        tag: "PstlAdr",
        of: [
          { tag: "TwnNm", is: "from.town", words: true, longest: 35 },
          { tag: "Ctry", is: "from.country" },
        ],
      },
    ],
  },
  {
    tag: "DbtrAcct",
    of: [
      {
        tag: "Id",
        of: [
          { tag: "IBAN", is: "from.iban" },
          { tag: "Othr", of: [{ tag: "Id", is: "from.account-number" }] },
        ],
      },
      { tag: "Ccy", is: "order.currency" },
    ],
  },
  {
    tag: "DbtrAgt",
    of: [
      {
        tag: "FinInstnId",
        of: [
          { tag: "BICFI", is: "from.bic" },
          { tag: "ClrSysMmbId", of: [{ tag: "MmbId", is: "from.bank-code", words: true, longest: 35 }] },
          { tag: "Nm", is: "from.wallet", words: true, longest: 140 },
        ],
      },
      { tag: "BrnchId", of: [{ tag: "Id", is: "from.branch", words: true, longest: 35 }] },
    ],
  },
];

const transfer: XmlElement = {
  tag: "CdtTrfTxInf",
  each: "payments",
  of: [
    { tag: "PmtId", of: [{ tag: "EndToEndId", is: "payment.number" }] },
    {
      tag: "Amt",
      of: [{ tag: "InstdAmt", is: "payment.amount", attribute: { name: "Ccy", is: "order.currency" } }],
    },
    {
      tag: "CdtrAgt",
      of: [
        {
          tag: "FinInstnId",
          of: [
            { tag: "BICFI", is: "to.bic" },
            { tag: "ClrSysMmbId", of: [{ tag: "MmbId", is: "to.bank-code", words: true, longest: 35 }] },
            { tag: "Nm", is: "to.wallet", words: true, longest: 140 },
          ],
        },
        { tag: "BrnchId", of: [{ tag: "Id", is: "to.branch", words: true, longest: 35 }] },
      ],
    },
    {
      tag: "Cdtr",
      of: [
        { tag: "Nm", is: "to.name", words: true, longest: 140 },
        {
          tag: "PstlAdr",
          of: [
            { tag: "TwnNm", is: "to.town", words: true, longest: 35 },
            { tag: "Ctry", is: "to.country" },
          ],
        },
      ],
    },
    {
      tag: "CdtrAcct",
      of: [
        {
          tag: "Id",
          of: [
            { tag: "IBAN", is: "to.iban" },
            { tag: "Othr", of: [{ tag: "Id", is: "to.account-number" }] },
          ],
        },
      ],
    },
    { tag: "RmtInf", of: [{ tag: "Ustrd", is: "payment.statement", words: true, longest: 140 }] },
  ],
};

export const pain00100109: XmlLayout = {
  code: "pain.001.001.09",
  version: 1,
  since: "2026-11-22",
  source: "ISO 20022, CustomerCreditTransferInitiationV09 (2019); schema beside it",
  letters: "latin",
  media: "application/xml",
  extension: "xml",
  kind: "xml",
  namespace: "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09",
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
          { tag: "ReqdExctnDt", of: [{ tag: "Dt", is: "order.day" }] },
          ...from,
          transfer,
        ],
      },
    ],
  },
};
