/** Inviting to a seat: the code is shown once, on a paper to print or to read out. */
import { done } from "../../../kernel/refusal.ts";
import type { BookForm } from "../../desk/page.ts";
import { momentWords } from "../../language/moment.ts";
import { roleName } from "../../language/names.ts";
import { callerOf } from "../doorway.ts";
import { nameOf } from "./list.tsx";
import { codePaperPage } from "./paper.tsx";
import { mayLetIn, seatStanding } from "./standing.ts";

/** Makes an invitation and shows its paper. */
export const inviteForm: BookForm = {
  path: "/o/:book/access/:seat/invite",
  post: async (at) => {
    const allowed = mayLetIn(at);
    const one = allowed.ok ? await seatStanding(at) : allowed;
    if (!one.ok) return one;
    const { installation, doorway } = at.services;
    const { seat, agent, roles } = one.value;
    const by = { seat: at.session.seat, agent: at.session.agent };
    const made = await installation.invitations.make({ book: at.book, seat, agent }, by);
    if (!made.ok) return made;
    const { say } = at;
    const { origin } = callerOf(at.request, undefined, doorway);
    const named = { organisation: at.settings.name, roles: roles.map((role) => roleName(role, say)).join(", ") };
    const after = (
      <p>
        <a class="quiet" href={at.address(`access/${seat}`)}>
          {say("door.access.back-to", { name: nameOf(one.value, say) })}
        </a>
      </p>
    );
    return done(
      codePaperPage(at, {
        title: say("door.paper.invitation", { name: nameOf(one.value, say) }),
        lines: [
          say("door.paper.invitation-what", named),
          say("door.paper.invitation-how", { origin }),
          say("door.paper.invitation-care"),
        ],
        code: made.value.code,
        address: `${origin}/invitation/${made.value.code}`,
        until: momentWords(made.value.invitation.expires, at.settings.zone, say),
        after,
      }),
    );
  },
};

/** Takes an open invitation back. */
export const revokeForm: BookForm = {
  path: "/o/:book/access/:seat/revoke",
  post: async (at) => {
    const allowed = mayLetIn(at);
    if (!allowed.ok) return allowed;
    await at.services.installation.invitations.revoke(at.book, at.form.text("invitation"));
    return done({ goTo: at.address(`access/${at.parameter("seat")}`), told: "kept" });
  },
};
