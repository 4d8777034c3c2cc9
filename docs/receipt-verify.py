#!/usr/bin/env python3
"""Checks a receipt of Ayni with nothing of Ayni: python3-cbor2 and python3-nacl of Debian.

    zbarimg --raw -q receipt.png | python3 receipt-verify.py keys.json

keys.json is what GET /verify/BOOK/keys answered. Prints what the receipt says as JSON; ends with 1 when it does not hold.
"""
import base64
import hashlib
import io
import json
import sys
from datetime import date, timedelta
from decimal import Decimal

import cbor2
from nacl.signing import VerifyKey

HEAD = {1: "delivery", 2: "parties", 3: "minute", 4: "day", 5: "weights", 6: "number", 7: "product", 8: "who", 9: "paid",
        10: "money", 11: "readings", 12: "agreed", 13: "container", 14: "place", 15: "plan", 16: "left", 17: "claim", 18: "scale"}


def unbase64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def code_of(text):
    """The signed bytes: one decimal number behind the last "#", whose first byte is 1."""
    number = int("".join(sign for sign in text.split("#")[-1] if sign.isdigit()))
    whole = number.to_bytes((number.bit_length() + 7) // 8, "big")
    if whole[0] != 1:
        raise ValueError("no code")
    return whole[1:]


def loaded(data):
    """One value of CBOR in its one spelling, and nothing behind it."""
    stream = io.BytesIO(data)
    value = cbor2.load(stream)
    if stream.read() or cbor2.dumps(value, canonical=True) != data:
        raise ValueError("not in its one spelling")
    return value


def believed(signed):
    """The key list in a signed answer, when a key that it names signed it."""
    keys = json.loads(signed["answer"])
    seal = next(one for one in keys["seals"] if hashlib.sha256(one.encode()).hexdigest() == signed["key"])
    VerifyKey(unbase64(seal)).verify(signed["answer"].encode(), unbase64(signed["signature"]))
    return keys


def amount(value):
    if isinstance(value, list):
        return str(Decimal(value[1]).scaleb(value[0]))
    return None if value is None else str(value)


def checked(text, signed_keys):
    header, unprotected, payload, signature = loaded(code_of(text))
    said_of_key = loaded(header)
    if unprotected != {} or set(said_of_key) != {1, 4} or said_of_key[1] != -19:
        raise ValueError("another algorithm")
    keys = believed(signed_keys)
    device = next(one for one in keys["devices"] if hashlib.sha256(unbase64(one["key"])).digest()[:8] == said_of_key[4])
    to_be_signed = cbor2.dumps(["Signature1", header, b"", payload], canonical=True)
    VerifyKey(unbase64(device["key"])).verify(to_be_signed, signature)
    said = {HEAD.get(key, str(key)): value for key, value in loaded(payload).items()}
    return {"organisation": keys["name"], "from": device["from"], "until": device["until"], **facts(said)}


def facts(said):
    containers, gross, tare, *net = said["weights"]
    minutes = said.get("minute")
    day = date(1970, 1, 1) + timedelta(days=said["day"] if minutes is None else minutes // 1440)
    number = said.get("number")
    money = [*said.get("money", []), None, None, None, None][:4]
    readings = said.get("readings", [])
    return {
        "delivery": said["delivery"].hex(),
        "member_tail": said["parties"][4:10].hex(),
        "happened": day.isoformat(),
        "clock": None if minutes is None else "%02d:%02d" % divmod(minutes % 1440, 60),
        "number": number if number is None or isinstance(number, str) else "%s-%06d" % tuple(number),
        "who": said.get("who"),
        "containers": containers,
        "gross": gross,
        "tare": tare,
        "net": net[0] if net else gross - tare,
        "paid": said.get("paid"),
        "value": amount(money[1]),
        "price": amount(money[2]),
        "cash": amount(money[3]),
        "readings": [amount([one[1], one[2]] if one[1] else one[2]) for one in zip(*[iter(readings)] * 3)],
    }


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        known = json.load(file)
    try:
        print(json.dumps(checked(sys.stdin.read(), known)))
    except Exception as why:  # What an altered number decodes to is anything: whatever it stumbles over, it does not hold.
        print("does not hold: %r" % why, file=sys.stderr)
        sys.exit(1)
