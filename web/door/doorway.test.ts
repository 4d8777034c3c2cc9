import { expect, test } from "vitest";
import { callerOf, type Doorway, doorwayOf, usualDoorway } from "./doorway.ts";

const call = (address: string, headers: Record<string, string> = {}, doorway: Doorway = usualDoorway) =>
  callerOf(
    new Request("http://127.0.0.1:8080/", { headers: { Host: "127.0.0.1:8080", ...headers } }),
    { incoming: { socket: { remoteAddress: address } } },
    doorway,
  );

test("the socket's address counts, and what a caller writes into a header does not", () => {
  expect(call("192.168.1.9", { "X-Forwarded-For": "10.0.0.1" }).source).toBe("192.168.1.9");
  expect(call("::ffff:192.168.1.9").source).toBe("192.168.1.9");
});

test("behind a proxy that is trusted the last address counts: the ones before it may be made up", () => {
  const proxied = { ...usualDoorway, trustsProxy: true };
  expect(call("127.0.0.1", { "X-Forwarded-For": "1.2.3.4, 203.0.113.7" }, proxied).source).toBe("203.0.113.7");
  expect(call("127.0.0.1", { "X-Forwarded-Proto": "https" }, proxied).secure).toBe(true);
  expect(call("127.0.0.1", { "X-Forwarded-Proto": "https" }).secure).toBe(false);
});

test("of IPv6 the network counts: a house has more addresses than anybody can count", () => {
  expect(call("2001:db8:1:2:aaaa::1").source).toBe("2001:db8:1:2");
  expect(call("2001:db8::1").source).toBe("2001:db8:0:0");
  expect(call("fe80::1%eth0").source).toBe("fe80:0:0:0");
});

test("at this machine is who calls from it, by its own name, through nothing", () => {
  expect(call("127.0.0.1").isHere).toBe(true);
  expect(call("::1", { Host: "localhost:8080", Origin: "http://localhost:8080" }).isHere).toBe(true);
  expect(call("192.168.1.9").isHere).toBe(false);
  expect(call("").isHere).toBe(false);
  expect(call("127.0.0.1", { "X-Forwarded-For": "203.0.113.7" }).isHere).toBe(false);
  expect(call("127.0.0.1", { Host: "libro.example.org" }).isHere).toBe(false);
  expect(call("127.0.0.1", { Origin: "https://libro.example.org" }).isHere).toBe(false);
  expect(call("127.0.0.1", {}, { ...usualDoorway, trustsProxy: true }).isHere).toBe(false);
});

test("the environment says how people reach this server", () => {
  expect(doorwayOf({})).toEqual(usualDoorway);
  const open = doorwayOf({ AYNI_PROXY: "1", AYNI_ORIGIN: "https://libro.example.org/x", AYNI_EXAMPLE: "open" });
  expect(open).toEqual({ trustsProxy: true, origin: "https://libro.example.org", exampleOpen: true });
  expect(call("10.0.0.1", {}, open)).toMatchObject({ secure: true, origin: "https://libro.example.org" });
  const beside = { ...usualDoorway, origin: "https://libro.example.org" };
  expect(call("127.0.0.1", {}, beside)).toMatchObject({ secure: false, isHere: true });
  expect(call("127.0.0.1", { Host: "libro.example.org" }, beside)).toMatchObject({ secure: true, isHere: false });
});
