#!/usr/bin/env python3
"""Reference values for Tests/CourseworkTests/Integrity, from rfc8785 and cryptography.

    pip install rfc8785==0.1.4 cryptography==50.0.2
    python Tests/Reference/coursework_integrity.py     writes coursework-integrity.json beside itself

Canonical texts of RFC 8785 by the package of that name; Ed25519 by OpenSSL, with the keys of
RFC 8032, section 7.1, and one more.
"""

import hashlib
import json
import math
import pathlib
import random
import struct

import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

HERE = pathlib.Path(__file__).parent

# Keys in an order, numbers in forms and characters in escapes that the scheme changes.
DOCUMENTS = [
    '{"b":[1,2.50,-0.0,1E3],"a":{"z":null,"\\u00e4":true,"A":false}}',
    '{"\\ud83d\\ude00":1,"\\ufb33":2,"\\u20ac":3,"\\r":4,"1":5,"\\u0080":6,"":7}',
    '["\\u20ac$\\u000f\\nA\'\\u0042\\u0022\\u005c\\\\\\"\\/\\b\\f\\t\\r\\u001f\\u007f"]',
    ' [ ] ', '{ "x" : { } , "y" : [ [ ] , { } ] }', '"M\\u00fcller, Jr."', '-12.5e-3', 'true',
]

# Sections 7.1 TEST 1 and TEST 2 of RFC 8032, and a key of our own.
SECRETS = [
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
]
MESSAGES = ["", "r", '{"a":1,"b":"300 kt"}']


def numbers():
    """Doubles by their bits: the edges of the layouts, and random ones."""
    values = [
        0.0, 1.0, -1.0, 0.1, 1 / 3, 5642.97, 1e-6, 9.999999e-7, 1e-7, 1e20, 1e21, 1.2e21,
        999999999999999868928.0, 123456789012345680000.0, 5e-324, 1.7976931348623157e308,
        2.2250738585072014e-308, 9007199254740993.0, 295147905179352830000.0, 333333333.33333329,
        0.000001234, -0.0000012345, 100.0, 1e-5, 12345678.9, 4.5, 2e-3,
    ]
    generator = random.Random(7)
    while len(values) < 400:
        value = struct.unpack(">d", generator.randbytes(8))[0]
        if math.isfinite(value):
            values.append(value)
    return values


def main():
    result = {
        "documents": [
            {"text": text, "canonical": rfc8785.dumps(json.loads(text)).decode()}
            for text in DOCUMENTS
        ],
        "numbers": [
            {"bits": struct.pack(">d", value).hex(), "text": rfc8785.dumps(value).decode()}
            for value in numbers()
        ],
        "signatures": [],
    }
    for secret, message in zip(SECRETS, MESSAGES):
        key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(secret))
        public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        result["signatures"].append(
            {
                "secret": secret,
                "public": public.hex(),
                "message": message,
                "sha256": hashlib.sha256(message.encode()).hexdigest(),
                "signature": key.sign(message.encode()).hex(),
            }
        )
    text = json.dumps(result, indent=1) + "\n"
    (HERE / "coursework-integrity.json").write_text(text)


main()
