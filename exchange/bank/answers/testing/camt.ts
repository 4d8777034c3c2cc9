/** Account statements as a bank would write them, in both versions, for tests: invented banks and people only. */

/** One detail of an entry. */
export type DetailSaid = {
  readonly amount: string;
  readonly endToEnd?: string;
  readonly reference?: string;
  readonly words?: string;
  /** The bank's code of a return, and what it says of it. */
  readonly returned?: { readonly code: string; readonly words?: string };
  /** A charge that the entry's amount includes. */
  readonly charge?: string;
};

/** One entry. Unsaid: booked, a debit, one detail of the same amount. */
export type EntrySaid = {
  readonly amount: string;
  readonly on: string;
  readonly direction?: "in" | "out";
  readonly status?: "BOOK" | "PDNG" | "INFO";
  readonly reverses?: boolean;
  readonly reference?: string;
  /** Domain, family, sub-family. */
  readonly code?: readonly [string, string, string];
  readonly batch?: { readonly order: string; readonly count: number };
  readonly details?: readonly DetailSaid[];
  readonly words?: string;
};

/** A statement. */
export type StatementSaid = {
  readonly account: string;
  readonly currency: string;
  readonly from: string;
  readonly until: string;
  readonly opening: string;
  readonly closing: string;
  readonly entries: readonly EntrySaid[];
};

export type Version = "02" | "08";

/** The file. */
export const camtOf = (
  statements: readonly StatementSaid[],
  version: Version = "08",
): string => `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}">
<BkToCstmrStmt>
<GrpHdr><MsgId>BANCO-DE-PRUEBA-1</MsgId><CreDtTm>${statements[0]?.until ?? "2026-11-20"}T23:10:00</CreDtTm></GrpHdr>
${statements.map((one, at) => statementXml(one, version, at)).join("\n")}
</BkToCstmrStmt>
</Document>
`;

const statementXml = (said: StatementSaid, version: Version, at: number): string => `<Stmt>
<Id>EXTRACTO-${at + 1}</Id><CreDtTm>${said.until}T23:00:00</CreDtTm>
<FrToDt><FrDtTm>${said.from}T00:00:00</FrDtTm><ToDtTm>${said.until}T23:59:59</ToDtTm></FrToDt>
<Acct><Id><Othr><Id>${said.account}</Id></Othr></Id><Ccy>${said.currency}</Ccy></Acct>
${balanceXml("OPBD", said.opening, said.currency, said.from)}
${balanceXml("CLBD", said.closing, said.currency, said.until)}
${said.entries.map((one) => entryXml(one, said.currency, version)).join("\n")}
</Stmt>`;

const balanceXml = (kind: string, amount: string, currency: string, on: string): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${amount.replace("-", "")}</Amt><CdtDbtInd>${amount.startsWith("-") ? "DBIT" : "CRDT"}</CdtDbtInd><Dt><Dt>${on}</Dt></Dt></Bal>`;

function entryXml(said: EntrySaid, currency: string, version: Version): string {
  const sign = said.direction === "in" ? "CRDT" : "DBIT";
  const [domain, family, sub] = said.code ?? ["PMNT", said.direction === "in" ? "RCDT" : "ICDT", "DMCT"];
  const status = said.status ?? "BOOK";
  const batch =
    said.batch === undefined
      ? ""
      : `<Btch><PmtInfId>${said.batch.order}</PmtInfId><NbOfTxs>${said.batch.count}</NbOfTxs></Btch>`;
  const details = said.details ?? (said.batch === undefined ? [{ amount: said.amount }] : []);
  return `<Ntry><Amt Ccy="${currency}">${said.amount}</Amt><CdtDbtInd>${sign}</CdtDbtInd>${said.reverses ? "<RvslInd>true</RvslInd>" : ""}<Sts>${version === "08" ? `<Cd>${status}</Cd>` : status}</Sts>
<BookgDt><Dt>${said.on}</Dt></BookgDt>${said.reference === undefined ? "" : `<AcctSvcrRef>${said.reference}</AcctSvcrRef>`}
<BkTxCd><Domn><Cd>${domain}</Cd><Fmly><Cd>${family}</Cd><SubFmlyCd>${sub}</SubFmlyCd></Fmly></Domn></BkTxCd>
<NtryDtls>${batch}${details.map((one) => detailXml(one, currency, sign, version)).join("\n")}</NtryDtls>${said.words === undefined ? "" : `<AddtlNtryInf>${said.words}</AddtlNtryInf>`}</Ntry>`;
}

function detailXml(said: DetailSaid, currency: string, sign: string, version: Version): string {
  const references = `<Refs>${said.reference === undefined ? "" : `<AcctSvcrRef>${said.reference}</AcctSvcrRef>`}<EndToEndId>${said.endToEnd ?? "NOTPROVIDED"}</EndToEndId></Refs>`;
  const amount = `<Amt Ccy="${currency}">${said.amount}</Amt>`;
  const charge = said.charge === undefined ? "" : chargeXml(said.charge, currency, version);
  const returned =
    said.returned === undefined
      ? ""
      : `<RtrInf><Rsn><Cd>${said.returned.code}</Cd></Rsn>${said.returned.words === undefined ? "" : `<AddtlInf>${said.returned.words}</AddtlInf>`}</RtrInf>`;
  const words = said.words === undefined ? "" : `<RmtInf><Ustrd>${said.words}</Ustrd></RmtInf>`;
  const own =
    version === "08" ? `${amount}<CdtDbtInd>${sign}</CdtDbtInd>` : `<AmtDtls><TxAmt>${amount}</TxAmt></AmtDtls>`;
  return `<TxDtls>${references}${own}${charge}${words}${returned}</TxDtls>`;
}

function chargeXml(charge: string, currency: string, version: Version): string {
  const record = `<Amt Ccy="${currency}">${charge}</Amt><CdtDbtInd>DBIT</CdtDbtInd>`;
  return version === "08"
    ? `<Chrgs><Rcrd>${record}<ChrgInclInd>true</ChrgInclInd></Rcrd></Chrgs>`
    : `<Chrgs>${record}</Chrgs>`;
}
