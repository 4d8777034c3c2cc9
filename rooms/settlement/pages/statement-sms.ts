/** A statement as one SMS of 160 characters: whose, which, how much it is worth, how much goes off, what is paid and when. */
import { gsm7, isOneMessage, oneMessage } from "../../../channels/sms/gsm7.ts";
import type { Say } from "../../../web/language/say.ts";
import type { StatementContent } from "../content.ts";
import { moneyOf } from "./statement-shape.ts";

/** What is still owed of what corrections found, once this statement has collected its part. */
const owedAfter = ({ corrections, after }: StatementContent): string =>
  after.advances.find(({ id }) => id === corrections?.owed?.agreement)?.owed ?? "0";

/**
 * The text. It names no person: who reads another's telephone learns an amount and no name. Where it would not fit, the organisation's
 * name is cut, and never a figure.
 */
export function statementSms(content: StatementContent, say: Say): string {
  const { subtotals, payment, currency, corrections } = content;
  const message =
    corrections === undefined
      ? payment.day === null
        ? "statement.sms"
        : "statement.sms-paid-on"
      : corrections.owed === null
        ? "statement.sms-corrected"
        : "statement.sms-owed";
  const deducted = BigInt(subtotals.value) - BigInt(subtotals.net);
  const text = (organisation: string): string =>
    gsm7(
      say(message, {
        organisation,
        number: content.number,
        value: moneyOf(content, subtotals.value),
        deducted: moneyOf(content, deducted),
        paid: moneyOf(content, payment.paid),
        corrected: moneyOf(content, corrections?.net ?? "0"),
        owed: moneyOf(content, owedAfter(content)),
        currency,
        day: payment.day ?? content.days.issued,
      }),
    );
  const whole = text(content.organisation);
  if (isOneMessage(whole)) return whole;
  const over = whole.length - oneMessage;
  return text(
    gsm7(content.organisation)
      .slice(0, Math.max(1, gsm7(content.organisation).length - over))
      .trim(),
  );
}
