"""Apple’s push service and Google Wallet, as small as they can be and still real: sockets, TLS, HTTP/2, state."""

from __future__ import annotations

import ipaddress
import json
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import h2.config
import h2.connection
import h2.events
import jwt
from cryptography import x509
from cryptography.hazmat.primitives import serialization

from passports.cards.wallet.trial_chain import Holder, issue, name


def holder(folder: Path, which: str) -> Holder:
    key = serialization.load_pem_private_key((folder / f"{which}.key").read_bytes(), None)
    return Holder(x509.load_pem_x509_certificate((folder / f"{which}.pem").read_bytes()), key)


@dataclass
class Apple:
    """Answers HTTP/2 over TLS to whoever shows a certificate of the chain. `answers`: what to say by push token."""

    folder: Path
    answers: dict[str, tuple[int, dict]] = field(default_factory=dict)
    heard: list[dict] = field(default_factory=list)
    url: str = ""
    before_answer: object = None

    def context(self) -> ssl.SSLContext:
        here = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
        server = issue(
            name("127.0.0.1"),
            holder(self.folder, "root"),
            extra=lambda builder: builder.add_extension(here, False),
        )
        (self.folder / "server.pem").write_bytes(server.pem() + server.key_pem())
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.folder / "server.pem")
        context.set_alpn_protocols(["h2"])
        context.verify_mode = ssl.CERT_REQUIRED
        for known in ("root.pem", "wwdr.pem"):
            context.load_verify_locations(self.folder / known)
        return context

    def serve(self, connection: ssl.SSLSocket) -> None:
        assert connection.selected_alpn_protocol() == "h2"
        subject = dict(part[0] for part in connection.getpeercert()["subject"])
        talk = h2.connection.H2Connection(
            h2.config.H2Configuration(client_side=False, header_encoding="utf-8")
        )
        talk.initiate_connection()
        connection.sendall(talk.data_to_send())
        asked: dict[int, dict] = {}
        while data := connection.recv(65536):
            for event in talk.receive_data(data):
                if isinstance(event, h2.events.RequestReceived):
                    asked[event.stream_id] = {"headers": dict(event.headers), "body": b"", "by": subject}
                elif isinstance(event, h2.events.DataReceived):
                    asked[event.stream_id]["body"] += event.data
                elif isinstance(event, h2.events.StreamEnded):
                    self.answer(talk, event.stream_id, asked.pop(event.stream_id))
            connection.sendall(talk.data_to_send())

    def answer(self, talk: h2.connection.H2Connection, stream: int, asked: dict) -> None:
        self.heard.append(asked)
        if self.before_answer:
            self.before_answer()
        token = asked["headers"][":path"].removeprefix("/3/device/")
        status, body = self.answers.get(token, (200, {}))
        talk.send_headers(stream, [(":status", str(status)), ("apns-id", "x")], end_stream=not body)
        if body:
            talk.send_data(stream, json.dumps(body).encode(), end_stream=True)

    def tokens(self) -> list[str]:
        return [asked["headers"][":path"].removeprefix("/3/device/") for asked in self.heard]


@contextmanager
def apple_server(folder: Path) -> Iterator[Apple]:
    apple = Apple(folder)
    context = apple.context()
    listener = socket.create_server(("127.0.0.1", 0))
    apple.url = f"https://127.0.0.1:{listener.getsockname()[1]}"
    threads = []

    def talk(plain: socket.socket) -> None:
        try:
            with context.wrap_socket(plain, server_side=True) as connection:
                apple.serve(connection)
        except (OSError, ssl.SSLError):
            plain.close()

    def listen() -> None:
        while True:
            try:
                plain, _where = listener.accept()
            except OSError:
                return
            threads.append(threading.Thread(target=talk, args=(plain,), daemon=True))
            threads[-1].start()

    threading.Thread(target=listen, daemon=True).start()
    try:
        yield apple
    finally:
        listener.close()


@dataclass
class Google:
    """Keeps classes and objects as Google does, and takes only its own access tokens."""

    public_key: object
    classes: dict[str, dict] = field(default_factory=dict)
    objects: dict[str, dict] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    assertions: list[dict] = field(default_factory=list)
    down: bool = False
    url: str = ""

    def token(self, body: bytes) -> tuple[int, dict]:
        form = {key: values[0] for key, values in parse_qs(body.decode()).items()}
        try:
            claims = jwt.decode(
                form["assertion"], self.public_key, algorithms=["RS256"], audience=f"{self.url}/token"
            )
        except (jwt.InvalidTokenError, KeyError):
            return 400, {"error": "invalid_grant"}
        self.assertions.append(claims)
        return 200, {"access_token": f"access-{len(self.assertions)}", "expires_in": 3599}

    def handle(self, method: str, path: str, body: bytes, bearer: str) -> tuple[int, dict]:
        self.asked.append(f"{method} {path}")
        if self.down:
            return 503, {}
        if path == "/token":
            return self.token(body)
        if bearer not in {f"Bearer access-{number}" for number in range(1, len(self.assertions) + 1)}:
            return 401, {}
        content = json.loads(body)
        kept = self.classes if "genericClass" in path else self.objects
        if kept is self.objects and content["classId"] not in self.classes:
            return 404, {}
        if method == "POST":
            if content["id"] in kept:
                return 409, {}
        elif path.rpartition("/")[2] not in kept:
            return 404, {}
        kept[content["id"]] = content
        return 200, content


@contextmanager
def google_server(public_key: object) -> Iterator[Google]:
    google = Google(public_key)

    class Handler(BaseHTTPRequestHandler):
        def _do(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            status, said = google.handle(self.command, self.path, body, self.headers.get("Authorization", ""))
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(said).encode())

        do_POST = do_PUT = do_PATCH = do_GET = _do

        def log_message(self, *arguments) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    google.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield google
    finally:
        server.shutdown()
        server.server_close()
