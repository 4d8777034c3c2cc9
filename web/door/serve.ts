/** Serves the pages and forms of the door: they belong to no book, and nobody needs to have come in. */
import type { Hono } from "hono";
import { readForm } from "../desk/form.ts";
import type { Page } from "../render.ts";
import { pageResponse } from "../server/page.ts";
import type { Services } from "../server/services.ts";
import { type DoorAt, type DoorForm, type DoorPage, doorAt, fromOwnPage } from "./at.ts";

const responseOf = (drawn: Page | Response, { say, request }: DoorAt): Response =>
  drawn instanceof Response ? drawn : pageResponse(drawn, drawn.say ?? say, request);

/** Adds pages and forms of the door to the server. */
export function serveDoor(app: Hono, services: Services, pages: readonly DoorPage[], forms: readonly DoorForm[]): void {
  for (const page of pages)
    app.get(page.path, async (context) => {
      const at = await doorAt(context, services);
      return responseOf(await page.open(at), at);
    });
  for (const form of forms)
    app.post(form.path, async (context) => {
      fromOwnPage(context.req.raw);
      const at = await doorAt(context, services);
      return responseOf(await form.post({ ...at, form: await readForm(at.request, at.say.notation) }), at);
    });
}
