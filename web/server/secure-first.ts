/** A server that listens with a certificate sends whoever comes without one over: only what is needed to get there is said in the open. */
import type { MiddlewareHandler } from "hono";
import { refused } from "../../kernel/refusal.ts";
import { callerOf } from "../door/doorway.ts";
import { RequestRefused } from "./problem.ts";
import type { Services } from "./services.ts";

/** What is told over plain HTTP: why it is not enough, and how a telephone learns to trust this server. */
const open = ["/field", "/certificate", "/certificate.crt", "/favicon.ico"];

/** Sends pages on to the secure address and refuses everything else. People at this machine itself are let through. */
export const secureFirst =
  ({ doorway }: Services): MiddlewareHandler =>
  async (context, next) => {
    const { pathname, search, protocol } = new URL(context.req.url);
    if (!doorway.listensSecurely || doorway.origin === null || protocol === "https:") return next();
    if (open.includes(pathname) || callerOf(context.req.raw, context.env, doorway).isHere) return next();
    if (!["GET", "HEAD"].includes(context.req.method))
      throw new RequestRefused(403, refused("request.over-plain-http", { origin: doorway.origin }).refusal);
    return context.redirect(`${doorway.origin}${pathname}${search}`, 307);
  };
