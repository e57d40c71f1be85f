"""Private keys on disk and in the environment."""

from __future__ import annotations

import base64
import multiprocessing
import stat
from pathlib import Path

import pytest

from passports.cards import key_files
from passports.cards.key_files import KeyProblem

ELSEWHERE = Path("/nowhere/repository")
SEED_1, SEED_2 = (base64.b64encode(bytes([n]) * 32).decode() for n in (1, 2))


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_key_is_in_a_file_and_a_folder_that_only_we_can_open(tmp_path):
    path = tmp_path / "share" / "keys" / "issuing-1.key"
    key = key_files.make(path, repository=ELSEWHERE)
    assert mode(path) == 0o600
    assert mode(path.parent) == 0o700
    assert key_files.read(path).private_bytes_raw() == key.private_bytes_raw()
    assert [file.name for file in path.parent.iterdir()] == ["issuing-1.key"]


def test_a_key_that_is_there_is_never_replaced(tmp_path):
    path = tmp_path / "root.key"
    first = key_files.make(path, repository=ELSEWHERE)
    assert key_files.make(path, repository=ELSEWHERE).private_bytes_raw() == first.private_bytes_raw()


def test_no_key_is_made_inside_the_repository(tmp_path):
    with pytest.raises(KeyProblem, match="inside the repository"):
        key_files.make(tmp_path / "var" / "issuing-1.key", repository=tmp_path)
    assert list(tmp_path.iterdir()) == []


def _make(path: str, start, results) -> None:
    start.wait()
    results.put(key_files.make(Path(path), repository=ELSEWHERE).private_bytes_raw())


@pytest.mark.race
def test_eight_processes_at_once_get_one_key(tmp_path):
    context = multiprocessing.get_context("fork")
    for attempt in range(5):
        start, results = context.Event(), context.Queue()
        path = str(tmp_path / f"keys-{attempt}" / "issuing-1.key")
        workers = [context.Process(target=_make, args=(path, start, results)) for _ in range(8)]
        for worker in workers:
            worker.start()
        start.set()
        made = {results.get(timeout=20) for _ in workers}
        for worker in workers:
            worker.join()
        assert len(made) == 1


@pytest.mark.parametrize(("bits", "good"), [(0o600, True), (0o640, True), (0o604, False), (0o602, False)])
def test_a_key_file_that_everybody_can_open_is_refused(tmp_path, bits, good):
    path = tmp_path / "issuing-1.key"
    key_files.make(path, repository=ELSEWHERE)
    path.chmod(bits)
    if good:
        key_files.read(path)
    else:
        with pytest.raises(KeyProblem, match="chmod 600"):
            key_files.read(path)


@pytest.mark.parametrize("content", ["", "hello", base64.b64encode(bytes(31)).decode(), "é"])
def test_a_key_file_with_something_else_in_it_is_named(tmp_path, content):
    path = tmp_path / "issuing-3.key"
    path.write_text(content)
    path.chmod(0o600)
    with pytest.raises(KeyProblem, match=r"issuing-3\.key"):
        key_files.read(path)


def test_the_keys_of_a_folder_come_by_their_id_and_other_files_are_left_alone(tmp_path):
    for name in ("issuing-10.key", "issuing-2.key", "root.key", "issuing-300.key", "issuing-x.key"):
        key_files.make(tmp_path / name, repository=ELSEWHERE)
    assert list(key_files.issuing_keys(tmp_path)) == [2, 10]
    assert key_files.issuing_keys(tmp_path / "missing") == {}


def test_one_spoilt_file_does_not_take_the_others_away(tmp_path, caplog):
    for name in ("issuing-1.key", "issuing-2.key"):
        key_files.make(tmp_path / name, repository=ELSEWHERE)
    (tmp_path / "issuing-1.key").write_text("spoilt")
    assert list(key_files.issuing_keys(tmp_path)) == [2]
    assert "issuing-1.key" in caplog.text


def test_the_environment_holds_several_keys_the_first_to_sign_with():
    keys = key_files.from_environment(f" 7:{SEED_2} , 3:{SEED_1},")
    assert list(keys) == [7, 3]
    assert key_files.seed_text(keys[3]) == SEED_1
    assert key_files.from_environment("") == {}


@pytest.mark.parametrize(
    "text", [SEED_1, f"x:{SEED_1}", f"0:{SEED_1}", f"256:{SEED_1}", "1:short", f"1:{SEED_1},1:{SEED_2}"]
)
def test_a_senseless_environment_is_told_without_showing_the_secret(text):
    with pytest.raises(KeyProblem, match="CARD_SIGNING_KEY") as caught:
        key_files.from_environment(text)
    assert SEED_1 not in str(caught.value)
