"""Private keys on disk: one small file each, in a folder outside the repository that only we can read.

    issuing-1.key, issuing-2.key, …   seeds of issuing keys, by key id
    root.key                          seed of the root key (in development only; elsewhere it stays offline)
    root.pub                          the root key’s public half
    key-list.json                     the list of issuing keys as the root key sealed it

A seed is 32 bytes in base64. The same text, after “key id:”, goes into CARD_SIGNING_KEY for those who keep
their secrets in the environment.
"""

from __future__ import annotations

import base64
import binascii
import logging
import os
import re
import secrets
import stat
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

logger = logging.getLogger(__name__)

ROOT = "root.key"
ROOT_PUBLIC = "root.pub"
KEY_LIST = "key-list.json"
_ISSUING = re.compile(r"issuing-(\d{1,3})\.key")


class KeyProblem(Exception):
    """A key cannot be read or made. The text says what to do, for whoever runs the server."""


def issuing_name(key_id: int) -> str:
    """The file name of an issuing key."""
    return f"issuing-{key_id}.key"


def from_environment(text: str) -> dict[int, Ed25519PrivateKey]:
    """The keys in CARD_SIGNING_KEY (“2:BASE64,1:BASE64”), in its order, the one to sign with first."""
    keys: dict[int, Ed25519PrivateKey] = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        number, _, seed = part.partition(":")
        if not number.strip().isascii() or not number.strip().isdigit() or not 1 <= int(number) <= 255:
            raise KeyProblem(
                "CARD_SIGNING_KEY must be KEYID:BASE64 with a key id from 1 to 255. Put a comma between two."
            )
        if int(number) in keys:
            raise KeyProblem(f"CARD_SIGNING_KEY holds key id {int(number)} twice.")
        keys[int(number)] = _key(seed, f"CARD_SIGNING_KEY, key id {int(number)},")
    return keys


def issuing_keys(folder: Path) -> dict[int, Ed25519PrivateKey]:
    """The issuing keys in the folder, by key id, smallest first. Empty when there is no such folder.

    A file that cannot be used is named in the log and left out: checking cards needs no private key at all.
    """
    if not folder.is_dir():
        return {}
    found = {int(m[1]): path for path in folder.iterdir() if (m := _ISSUING.fullmatch(path.name))}
    keys = {}
    for key_id in sorted(found):
        try:
            if 1 <= key_id <= 255:
                keys[key_id] = read(found[key_id])
        except KeyProblem as problem:
            logger.error("%s", problem)
    return keys


def read(path: Path) -> Ed25519PrivateKey:
    """The key in a file. Raises KeyProblem when the file is open to everybody or holds something else."""
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
        text = path.read_text("ascii")
    except (OSError, UnicodeDecodeError) as problem:
        raise KeyProblem(f"The key file {path} cannot be read: {problem}") from None
    if mode & stat.S_IRWXO:
        raise KeyProblem(f"Everybody on this machine can open {path}. Run:  chmod 600 {path}")
    return _key(text, f"The key file {path}")


def make(path: Path, *, repository: Path) -> Ed25519PrivateKey:
    """Makes a key in a new file of mode 0600, in a folder of mode 0700 that is made when missing.

    When another process makes the same file at the same moment, both get the key that was first. Raises
    KeyProblem inside the repository, where a key could be committed.
    """
    folder = path.parent
    if folder.resolve().is_relative_to(repository.resolve()):
        raise KeyProblem(f"{folder} is inside the repository. Set CARD_KEYS_DIR to a folder outside of it.")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write_new(path, base64.b64encode(os.urandom(32)) + b"\n")
    except FileExistsError:
        pass
    except OSError as problem:
        raise KeyProblem(f"A key cannot be written to {folder}: {problem.strerror}.") from None
    return read(path)


def replace(path: Path, text: str) -> None:
    """Writes a public file so that a reader sees the old one or the new one, never half of it."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
        draft.write_text(text)
        draft.chmod(0o644)
        draft.replace(path)
    except OSError as problem:
        raise KeyProblem(f"{path} cannot be written: {problem.strerror}.") from None


def seed_text(key: Ed25519PrivateKey) -> str:
    """The seed in base64, as it stands in a key file."""
    return base64.b64encode(key.private_bytes_raw()).decode()


def _write_new(path: Path, content: bytes) -> None:
    """Writes a whole file or none, so nobody reads half a key. Raises FileExistsError when it is there."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, path)  # unlike a rename, a link never replaces what another process wrote
    finally:
        draft.unlink()


def _key(text: str, where: str) -> Ed25519PrivateKey:
    try:
        return Ed25519PrivateKey.from_private_bytes(base64.b64decode(text.strip(), validate=True))
    except (binascii.Error, ValueError):
        raise KeyProblem(f"{where} must hold 32 bytes in base64 and nothing else.") from None
