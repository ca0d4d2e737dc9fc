"""Messages between the teacher's side and the sandbox: a length, then JSON or bytes. Nothing is ever unpickled."""

import json
import struct
from typing import Any, BinaryIO

import numpy as np

from lib.values import pack, unpack

LENGTHS = struct.Struct("<II")


def packed(value: Any) -> bytes:
    """A value as JSON and numbers, each with its length before it."""
    tree, numbers = pack(value)
    text = json.dumps(tree).encode()
    return LENGTHS.pack(len(text), numbers.nbytes) + text + numbers.tobytes()


def unpacked(message: bytes) -> Any:
    """What `packed` was given. For messages of our own: what a learner's process wrote is read in reports.py."""
    return unpack(*parts(message))


def parts(message: bytes) -> tuple[Any, np.ndarray]:
    """The JSON tree and the numbers. Raises ValueError where the lengths don't add up or the text is no JSON."""
    text, numbers = LENGTHS.unpack_from(message)
    if LENGTHS.size + text + numbers != len(message):
        raise ValueError("the message is cut short")
    start = LENGTHS.size + text
    return json.loads(message[LENGTHS.size : start]), np.frombuffer(message[start:])


def send(file: BinaryIO, message: bytes) -> None:
    """Write a message, its length before it."""
    file.write(struct.pack("<Q", len(message)) + message)
    file.flush()


def receive(file: BinaryIO) -> bytes | None:
    """The next message; None where the other side has gone."""
    head = file.read(8)
    if len(head) < 8:
        return None
    [length] = struct.unpack("<Q", head)
    message = file.read(length)
    return message if len(message) == length else None
