/** The parts that several acts of the register say. */
import * as z from "zod/mini";
import { type Written, write } from "../../../kernel/act/record.ts";
import { personal } from "../../../kernel/personal.ts";
import { profile } from "../records.ts";

/** Words about an agent: at most 200 characters; a fact is lenient. */
export const words = z.string().check(z.minLength(1), z.maxLength(200));

/** What can be said of a person or household. Each sealed value travels beside the act. */
export const profileSaid = {
  name: z.optional(personal("name")),
  identity: z.optional(personal("identity-number")),
  telephone: z.optional(personal("telephone")),
  community: z.optional(words),
  language: z.optional(z.string().check(z.maxLength(35))),
  organisationName: z.optional(words),
};
const all = z.object(profileSaid);
export type ProfileSaid = z.infer<typeof all>;

/** The row of a version of a profile: what is not said is not known. */
export const profileRow = (agent: string, said: ProfileSaid, version: number, day: string): Written =>
  write(profile, {
    agent,
    name: said.name ?? null,
    organisation_name: said.organisationName ?? null,
    identity: said.identity ?? null,
    telephone: said.telephone ?? null,
    community: said.community ?? null,
    language: said.language ?? null,
    version,
    from_day: day,
  });
