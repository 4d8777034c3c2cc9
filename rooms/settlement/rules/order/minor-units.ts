/** How many decimals a currency has in files for banks. A book keeps its own grains; these are for files only. */

/**
 * ISO 4217, table A.1 of current currencies and funds, as published by its maintenance agency (SIX Financial Information) on 25 June 2024.
 * Codes by number of decimals. Metals, test codes and units of account without decimals are left out: nothing is paid in them. Node's own
 * table (ICU) follows use instead of the list where cents are no longer struck, COP among them: banks go by the list.
 */
export const minorUnits = {
  list: "ISO 4217 table A.1",
  published: "2024-06-25",
  decimals: {
    0: ["BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"],
    2: [
      "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE",
      "CHF CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD",
      "HNL HRK HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP",
      "MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR",
      "SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED",
      "VES WST XCD YER ZAR ZMW ZWL",
    ],
    3: ["BHD IQD JOD KWD LYD OMR TND"],
    4: ["CLF UYW"],
  },
} as const;

const decimalsOf: ReadonlyMap<string, number> = new Map(
  Object.entries(minorUnits.decimals).flatMap(([decimals, lines]) =>
    lines.flatMap((line) => line.split(" ").map((code) => [code, Number.parseInt(decimals, 10)] as const)),
  ),
);

/** The decimals of a currency in files; null of one that the list does not know. */
export const fileDecimals = (currency: string): number | null => decimalsOf.get(currency) ?? null;
