/** The screens of the hand-over, for the frame to gather. */
import { h, type VNode } from "preact";
import type { Screen } from "../../screen.ts";
import { HandOver } from "./hand-over.tsx";
import { Pay } from "./pay.tsx";
import { Receipt } from "./receipt.tsx";
import { Receipts } from "./receipts.tsx";
import { VoidReceipt } from "./void.tsx";

/** A screen drawn with what its address names. */
const drawn =
  (of: (argument: string) => unknown) =>
  (argument: string): VNode =>
    of(argument) as VNode;

/** At the scale, the receipt, the receipts of today, a void, and a payment from the float. */
export const handOverScreens: readonly Screen[] = [
  { name: "hand-over", needs: "clerk", draw: drawn((id) => h(HandOver, { id })) },
  { name: "receipt", needs: "clerk", draw: drawn((delivery) => h(Receipt, { delivery })) },
  { name: "receipts", needs: "clerk", draw: drawn(() => h(Receipts, {})) },
  { name: "void", needs: "clerk", draw: drawn((delivery) => h(VoidReceipt, { delivery })) },
  { name: "pay", needs: "clerk", draw: drawn((delivery) => h(Pay, { delivery })) },
];
