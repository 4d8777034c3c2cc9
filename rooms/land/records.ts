/** The land that is worked: plots by name and area. Whose land it is and who works it may differ; here is who works it. */
import { column, record } from "../../kernel/act/record.ts";

/** A plot, by version. `area_m2` is null where nobody measured; `products` are codes of what grows there. */
export const plot = record({
  table: "plot",
  room: "land",
  shape: "sheet",
  columns: {
    plot: column.uuid,
    holder: column.uuid,
    name: column.text,
    area_m2: column.maybe(column.bigint),
    products: column.json,
    community: column.maybe(column.text),
  },
  key: ["plot"],
});
