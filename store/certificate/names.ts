/** Names that a server of a village is reached by: such as "acopio.lan", and addresses of its network. */
import { isIPv4, isIPv6 } from "node:net";
import { done, type Result, refused } from "../../kernel/refusal.ts";

/** One name. `bytes`: of an address, in the order of the network. */
export type ServerName =
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "address"; readonly text: string; readonly bytes: Uint8Array };

const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Reads names as they were typed. Refuses `certificate.no-names` and `certificate.name-unreadable` (fact: name). */
export function serverNames(typed: readonly string[]): Result<readonly ServerName[]> {
  if (typed.length === 0) return refused("certificate.no-names");
  const names = new Map<string, ServerName>();
  for (const one of typed) {
    const name = serverName(one);
    if (name === null) return refused("certificate.name-unreadable", { name: one });
    names.set(name.text, name);
  }
  return done([...names.values()]);
}

function serverName(typed: string): ServerName | null {
  const text = typed.trim().toLowerCase();
  if (isIPv4(text))
    return { kind: "address", text, bytes: Uint8Array.from(text.split("."), (one) => Number.parseInt(one, 10)) };
  if (isIPv6(text)) return text.includes("%") ? null : { kind: "address", text, bytes: bytesOfIPv6(text) };
  const isName = text.length < 254 && text.split(".").every((one) => label.test(one)) && !/^[\d.]+$/.test(text);
  return isName ? { kind: "name", text } : null;
}

/** Sixteen bytes; "::" stands for as many zeros as are missing. */
function bytesOfIPv6(text: string): Uint8Array {
  // The browsers' own way of writing an address down: an IPv4 tail becomes hexadecimal.
  const [before = "", after] = new URL(`http://[${text}]`).hostname.slice(1, -1).split("::");
  const groups = (part: string | undefined): string[] => (part ?? "").split(":").filter((one) => one !== "");
  const [head, tail] = [groups(before), groups(after)];
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => "0");
  return Buffer.from([...head, ...zeros, ...tail].map((one) => one.padStart(4, "0")).join(""), "hex");
}

/** Names as they stand in an address: an IPv6 address in brackets. */
export const inAddress = (name: ServerName): string => (name.text.includes(":") ? `[${name.text}]` : name.text);
