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
    """The next message and not a byte more, from an unbuffered file; None where the other side has gone."""
    head = _read(file, 8)
    if len(head) < 8:
        return None
    [length] = struct.unpack("<Q", head)
    message = _read(file, length)
    return message if len(message) == length else None


def _read(file: BinaryIO, size: int) -> bytes:
    """`size` bytes, or fewer where the file ends."""
    found = bytearray()
    while block := file.read(min(size - len(found), 2**20)):
        found += block
    return bytes(found)
