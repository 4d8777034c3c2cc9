/**
 * Names of the layouts in which an order can be written, each with its version after the stroke. A layout that changes gets a new version
 * and the old one stays: the same order gives the same bytes always. How they are written stands in `exchange/bank/layouts`.
 */
export const orderLayouts = ["pain.001.001.09/1", "pain.001.001.03/1", "csv/1"] as const;
