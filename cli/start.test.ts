/** What the README promises: one command, an address, a way in; commands beside it; a clean end. A real process each time. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { generateKeyPairSync, sign } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seatAs } from "../examples/three-quebradas/seats.ts";
import { derivedUuid } from "../kernel/ids.ts";
import { rawPublicKey } from "../store/writer/seal.ts";

const root = join(import.meta.dirname, "..");
const node = process.execPath;
const words = ["--import", "tsx", join(root, "cli", "main.ts")];
const above = mkdtempSync(join(tmpdir(), "ayni-start-"));
chmodSync(above, 0o711); // Started as root, the database runs under an ordinary account, which must be able to pass through.
const home = join(above, "home");
const { DATABASE_URL: _, ...environment } = process.env;
const own = { ...environment, AYNI_HOME: home, AYNI_LANGUAGE: "en" };

/** Runs a command to its end. */
const run = (...command: string[]): Promise<{ ending: number; said: string; told: string }> =>
  new Promise((answer) => {
    execFile(node, [...words, ...command], { cwd: root, env: own }, (error, said, told) =>
      answer({ ending: error === null ? 0 : Number.parseInt(String(error.code), 10), said, told }),
    );
  });

/** Starts the server on a port and waits for its address. */
function started(port: string): Promise<{ child: ChildProcess; log: () => string }> {
  const child = spawn(node, [...words, "start"], { cwd: root, env: { ...own, PORT: port } });
  let log = "";
  return new Promise((answer, fail) => {
    child.stdout.on("data", (piece: Buffer) => {
      log += piece.toString();
      if (log.includes("/enter/")) answer({ child, log: () => log });
    });
    child.stderr.on("data", (piece: Buffer) => {
      log += piece.toString();
    });
    child.once("exit", (code) => fail(new Error(`ended with ${code}: ${log}`)));
  });
}

const freePort = async (): Promise<{ port: string; taken: Server }> =>
  new Promise((answer) => {
    const taken = createServer().listen(0, "127.0.0.1", () => {
      answer({ port: `${(taken.address() as { port: number }).port}`, taken });
    });
  });

let server: Awaited<ReturnType<typeof started>>;
let port: string;
beforeAll(async () => {
  const free = await freePort();
  port = free.port;
  await new Promise((closed) => free.taken.close(closed));
  server = await started(port);
}, 120_000);
afterAll(async () => {
  const ended = new Promise((answer) => server.child.once("exit", answer));
  server.child.kill("SIGTERM");
  await ended;
  rmSync(above, { recursive: true, force: true });
});

test("the first start sets everything up, says where it is, and lets its operator in by a link [cli.start]", async () => {
  expect(server.log()).toContain(`http://127.0.0.1:${port}\n`);
  const link = /http:\S+\/enter\/\S+/.exec(server.log())?.[0] ?? "";
  const entered = await fetch(link, { redirect: "manual" });
  const cookie = entered.headers.get("Set-Cookie")?.split(";")[0] ?? "";
  const book = /book ([0-9a-f-]{36})/.exec(server.log())?.[1] ?? "";
  const page = await fetch(`http://127.0.0.1:${port}/o/${book}/members?q=0131`, { headers: { Cookie: cookie } });
  expect(page.status).toBe(200);
  const to = /href="(\/o\/[^"]+\/members)"/.exec(await page.text())?.[1] ?? "";
  const members = await (await fetch(`http://127.0.0.1:${port}${to}`, { headers: { Cookie: cookie } })).text();
  expect(members).toContain("Amparo Quintero");
  const one = `/o/${book}/members/${seatAs(book, "member").agent}`;
  expect(members).toContain(`href="${one}"`);
  const statements = await fetch(`http://127.0.0.1:${port}${one}`, { headers: { Cookie: cookie } });
  const paper = /href="(\/o\/[^"]+\/statements\/[^"]+)"/.exec(await statements.text())?.[1] ?? "";
  const statement = await fetch(`http://127.0.0.1:${port}${paper}?lang=en`, { headers: { Cookie: cookie } });
  expect((await statement.text()).replace(/<[^>]+>/g, "")).toContain("2,940,800");
});

test("commands work beside the running server: the book proves itself and goes out as a journal [cli.verify]", async () => {
  const book = /book ([0-9a-f-]{36})/.exec(server.log())?.[1] ?? "";
  const verified = await run("verify", book, "--json");
  expect(verified.ending).toBe(0);
  expect(JSON.parse(verified.said)).toMatchObject({
    sealsOfOthers: 0,
    onTheChainsWord: 0,
    papers: 764,
    problems: [],
  });
  const journal = await run("export", "journal", book);
  expect(journal.said).toContain("account assets:stock");
  const token = await run("session", book, seatAs(book, "manager").seat);
  const answer = await fetch(`http://127.0.0.1:${port}/api/views/members.list`, {
    headers: { Authorization: `Bearer ${token.said.trim()}` },
  });
  expect(((await answer.json()) as { rows: unknown[] }).rows).toHaveLength(50); // A page of the 59.
}, 60_000);

test("what a telephone said before it was enrolled waits in the intake, and is understood when it is tried again [cli.intake]", async () => {
  const book = /book ([0-9a-f-]{36})/.exec(server.log())?.[1] ?? "";
  const { seat, agent } = seatAs(book, "manager");
  expect((await run("books")).said).toContain(seat);
  const token = (await run("session", book, seat)).said.trim();
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const device = derivedUuid("a telephone");
  const act = (kind: string, says: unknown, through: object) =>
    JSON.stringify({ id: derivedUuid(`${kind} of the telephone`), book, kind, version: 1, by: agent, through, says });
  const send = async (sent: { body: string; signature?: string }) => {
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
    const body = JSON.stringify({ book, acts: [sent] });
    const response = await fetch(`http://127.0.0.1:${port}/api/acts`, { method: "POST", headers, body });
    return ((await response.json()) as { answers: { outcome: string }[] }).answers[0]?.outcome;
  };
  const at = new Date().toISOString();
  const early = act(
    "household.register",
    { agent: derivedUuid("a household") },
    { way: "device", device, sequence: 1, at },
  );
  const signature = sign(null, Buffer.from(early, "utf8"), privateKey).toString("base64url");
  expect(await send({ body: early, signature })).toBe("kept, not yet understood");
  expect((await run("intake", "list", book)).said).toContain("[device.unknown]");
  expect(await run("intake", "again", book)).toMatchObject({ ending: 1, said: "Tried again: 1; understood now: 0\n" });
  const enrolled = { device, publicKey: rawPublicKey(publicKey) };
  expect(await send({ body: act("device.enrol", enrolled, { way: "seat", seat, at }) })).toBe("done");
  expect(await run("intake", "again", book)).toMatchObject({ ending: 0, said: "Tried again: 1; understood now: 1\n" });
  expect((await run("intake", "list", book)).said).toBe("");
  expect(await send({ body: early, signature })).toBe("known already");
}, 60_000);

test("what is asked wrongly is answered with its use and 2; what is refused with its code and 1", async () => {
  expect(await run("dance")).toMatchObject({ ending: 2, said: "" });
  expect((await run("verify", "not-a-book")).ending).toBe(2);
  const second = await run("start");
  expect(second.ending).toBe(1);
  expect(second.told).toContain("[database.folder-in-use]");
}, 60_000);

test("asked to end, it puts everything away and ends with 0; the next start finds the same book", async () => {
  const book = /book ([0-9a-f-]{36})/.exec(server.log())?.[1] ?? "";
  const ended = new Promise((answer) => server.child.once("exit", answer));
  server.child.kill("SIGTERM");
  expect(await ended).toBe(0);
  expect(server.log().trim()).toMatch(/Done\.$/);
  server = await started(port);
  expect(server.log()).toContain(book);
  expect(server.log()).not.toContain("Opening an example");
}, 60_000);

test("the operator lets somebody begin from elsewhere, helps who forgot a PIN, and takes the example away [cli.door]", async () => {
  const link = (await run("session", "--new", "--link", `http://127.0.0.1:${port}/`)).said.trim();
  const page = await (await fetch(`${link}&country=PE`)).text();
  const field = (name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(page)?.[1] ?? "";
  const kept = ["act", "country", "entry", "zone", "currency", "line", "cash"].map((name) => [name, field(name)]);
  const typed = {
    name: "Grupo Tambo",
    form: "informal",
    person: "Rosa",
    signIn: "Rosa Tambo",
    pin: "730194",
    again: "730194",
  };
  const post = (path: string, fields: Record<string, string>) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams(fields),
      headers: { Origin: `http://127.0.0.1:${port}` },
    });
  expect((await post("/new", { ...Object.fromEntries(kept), ...typed })).status).toBe(303);
  expect((await run("books")).said).toContain("Grupo Tambo");
  const recovered = await run("account", "recover", "ROSA", "tambo");
  expect(recovered).toMatchObject({ ending: 0 });
  const chosen = { signIn: "Rosa Tambo", code: recovered.said.trim(), pin: "618350", again: "618350" };
  expect((await post("/recover", chosen)).headers.get("Location")).toBe("/account/news");
  expect((await run("account", "recover", "Nobody", "Here")).told).toContain("[account.unknown]");
  const front = async () => (await fetch(`http://127.0.0.1:${port}/?lang=en`)).text();
  expect(await front()).toContain("Look around the example");
  expect((await run("example", "remove")).said).toContain("no longer on this server");
  expect(await front()).not.toContain("Look around the example");
  expect((await run("example", "remove")).told).toContain("[example.not-here]");
}, 120_000);
