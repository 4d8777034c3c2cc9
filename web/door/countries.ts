/**
 * What a new organisation is proposed by its country: time zone (IANA), currency (ISO 4217), the grain of written lines and of cash.
 * Only a proposal, to spare typing: whoever founds the organisation sees it and changes it. Coins come and go; no rule stands on this.
 */

/** A proposal: `line` and `cash` are decimal texts in the currency. */
export type Proposal = {
  readonly country: string;
  readonly zone: string;
  readonly currency: string;
  readonly line: string;
  readonly cash: string;
};

const proposed = (country: string, zone: string, currency: string, line: string, cash: string): Proposal => ({
  ...{ country, zone, currency, line, cash },
});

/** Every country proposed, by code. */
export const proposals: readonly Proposal[] = [
  proposed("AR", "America/Argentina/Buenos_Aires", "ARS", "1", "10"),
  proposed("BO", "America/La_Paz", "BOB", "0.01", "0.10"),
  proposed("BR", "America/Sao_Paulo", "BRL", "0.01", "0.05"),
  proposed("CL", "America/Santiago", "CLP", "1", "10"),
  proposed("CO", "America/Bogota", "COP", "1", "50"),
  proposed("CR", "America/Costa_Rica", "CRC", "1", "5"),
  proposed("CU", "America/Havana", "CUP", "0.01", "1"),
  proposed("DO", "America/Santo_Domingo", "DOP", "0.01", "1"),
  proposed("EC", "America/Guayaquil", "USD", "0.01", "0.01"),
  proposed("GT", "America/Guatemala", "GTQ", "0.01", "0.05"),
  proposed("HN", "America/Tegucigalpa", "HNL", "0.01", "0.05"),
  proposed("MX", "America/Mexico_City", "MXN", "0.01", "0.50"),
  proposed("NI", "America/Managua", "NIO", "0.01", "0.25"),
  proposed("PA", "America/Panama", "USD", "0.01", "0.01"),
  proposed("PE", "America/Lima", "PEN", "0.01", "0.10"),
  proposed("PY", "America/Asuncion", "PYG", "1", "50"),
  proposed("SV", "America/El_Salvador", "USD", "0.01", "0.01"),
  proposed("UY", "America/Montevideo", "UYU", "0.01", "1"),
  proposed("VE", "America/Caracas", "VES", "0.01", "0.50"),
];

/** The proposal of a country; null where we have none, and everything is typed. */
export const proposalOf = (country: string): Proposal | null =>
  proposals.find((one) => one.country === country) ?? null;
