/** Orders for tests: made-up people and accounts. */
import type { PlainAccount, PlainOrder } from "./fields.ts";

export const ourAccount: PlainAccount = {
  name: "Cooperativa La Esperanza",
  scheme: "bank",
  institution: "1007",
  branch: "045",
  number: "55500012345",
  town: "Pitalito",
  country: "CO",
};

export const rosasAccount: PlainAccount = {
  ...ourAccount,
  name: "Rosa Quispe Ñahui",
  number: "24500031031",
  town: "El Mirador",
};
export const juliansWallet: PlainAccount = {
  ...{ name: "Julián Güiza & hijos", scheme: "wallet", institution: "Nequi", branch: null },
  ...{ number: "3000000032", town: null, country: "CO" },
};

/** Two payments of 1,198,560 pesos. */
export const twoPayments: PlainOrder = {
  message: "O7F3C-2026-0008-R2026-0007",
  number: "O7F3C-2026-0008",
  replaces: "O7F3C-2026-0007",
  made: "2026-11-15T15:00:00.000Z",
  day: "2026-11-17",
  currency: "COP",
  sum: "1198560.00",
  from: ourAccount,
  payments: [
    { number: "P7F3C-2026-000012", statement: "L-2026-000001", amount: "799838.00", to: rosasAccount },
    { number: "P7F3C-2026-000013", statement: "L-2026-000002", amount: "398722.00", to: juliansWallet },
  ],
};
