import { remark } from "../outcome.ts";
import { ask, type Reading, read } from "./reading.ts";

/** Countries that grow coffee, by the English names the file uses. Source: ISO 3166-1. Hawaii's lots are of the US. */
const CODES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    angola: "AO",
    bolivia: "BO",
    brazil: "BR",
    burundi: "BI",
    cameroon: "CM",
    "central african republic": "CF",
    china: "CN",
    colombia: "CO",
    "congo, democratic republic of the": "CD",
    "costa rica": "CR",
    "cote d'ivoire": "CI",
    cuba: "CU",
    "dominican republic": "DO",
    ecuador: "EC",
    "el salvador": "SV",
    ethiopia: "ET",
    gabon: "GA",
    ghana: "GH",
    guatemala: "GT",
    guinea: "GN",
    haiti: "HT",
    honduras: "HN",
    india: "IN",
    indonesia: "ID",
    jamaica: "JM",
    japan: "JP",
    kenya: "KE",
    laos: "LA",
    liberia: "LR",
    madagascar: "MG",
    malawi: "MW",
    mauritius: "MU",
    mexico: "MX",
    myanmar: "MM",
    nepal: "NP",
    nicaragua: "NI",
    nigeria: "NG",
    panama: "PA",
    "papua new guinea": "PG",
    paraguay: "PY",
    peru: "PE",
    philippines: "PH",
    rwanda: "RW",
    "sierra leone": "SL",
    taiwan: "TW",
    tanzania: "TZ",
    "tanzania, united republic of": "TZ",
    thailand: "TH",
    "timor-leste": "TL",
    togo: "TG",
    uganda: "UG",
    "united states": "US",
    "united states (hawaii)": "US",
    "united states (puerto rico)": "PR",
    venezuela: "VE",
    vietnam: "VN",
    yemen: "YE",
    zambia: "ZM",
    zimbabwe: "ZW",
  }),
);

/** Names from which a character was lost on the way, with the name they can only be. */
const REPAIRED: ReadonlyMap<string, string> = new Map([["cote d?ivoire", "cote d'ivoire"]]);

/** The country of a lot as ISO 3166-1 alpha-2; a repaired name is said, a missing or unknown one is asked for. */
export function countryIn(field: string, cell: string): Reading<string> {
  if (cell === "") return ask("import.country-missing", field, cell);
  const name = cell.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const repaired = REPAIRED.get(name);
  const code = CODES.get(repaired ?? name);
  if (code === undefined) return ask("import.country-unknown", field, cell);
  return repaired === undefined ? read(code) : read(code, remark("import.country-repaired", field, cell));
}
