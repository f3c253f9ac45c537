"""The server asks only where it may, and waits for nobody: whoever sets a directory up chooses whom it talks to."""

from __future__ import annotations

import socket
import threading
import time

import pytest

from skaala.people.operations import outgoing
from skaala.people.rules.directory import Reason, Refused


def reason(address: str) -> Reason:
    with pytest.raises(Refused) as refusal:
        outgoing.ask(address)
    return refusal.value.reason


@pytest.mark.parametrize(
    "address",
    [
        "http://directory.example/",
        "http://127.0.0.1/",
        "https://127.0.0.1/",
        "https://localhost/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://169.254.169.254/latest/meta-data/",
        "https://10.0.0.1/",
        "https://192.168.1.1/",
        "https://[fd00::1]/",
        "https://0.0.0.0/",
        "https://user@directory.example/",
        "https://directory.example/#part",
        "https://directory.example:99999/",
        "ftp://directory.example/",
        "file:///etc/passwd",
        "https:///",
        "https://directory.example/ x",
        "",
    ],
)
def test_in_production_our_own_machine_and_network_are_not_asked(settings, address):
    settings.MODE = "production"
    assert reason(address) == Reason.UNSAFE_ADDRESS


@pytest.mark.parametrize(
    ("machine", "allowed"),
    [("10.0.0.1", True), ("fd00::1", True), ("1.1.1.1", True), ("127.0.0.1", False), ("169.254.169.254", False),
     ("fe80::1", False), ("::1", False), ("224.0.0.1", False)],
)  # fmt: skip
def test_the_operator_s_own_network_is_asked_where_they_allow_it_and_never_this_machine(
    settings, machine, allowed
):
    settings.MODE, settings.PRIVATE_DIRECTORIES = "production", True
    assert outgoing._may_be_asked(machine) == allowed


def test_in_development_our_own_machine_may_be_asked_and_no_other_without_tls():
    assert reason("http://127.0.0.1:1/") == Reason.UNREACHABLE
    assert reason("http://192.168.1.1/") == Reason.UNSAFE_ADDRESS


def test_a_server_that_drips_is_left_after_a_while(monkeypatch):
    monkeypatch.setattr(outgoing, "ALL_SECONDS", 1)
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip() -> None:
            connection, _address = server.accept()
            with connection:
                try:
                    connection.sendall(b"HTTP/1.1 200 OK\r\n")
                    for _time in range(100):
                        connection.sendall(b"X")
                        time.sleep(0.1)
                except OSError:
                    pass

        thread = threading.Thread(target=drip)
        thread.start()
        begun = time.monotonic()
        assert reason(f"http://127.0.0.1:{server.getsockname()[1]}/") == Reason.UNREACHABLE
        assert time.monotonic() - begun < 5
        thread.join()


def test_a_certificate_that_nobody_vouches_for_is_not_taken(tmp_path):
    import ssl

    certificate = tmp_path / "pair.pem"
    certificate.write_bytes(_self_signed())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with socket.create_server(("127.0.0.1", 0)) as server:

        def shake() -> None:
            connection, _address = server.accept()
            try:
                context.wrap_socket(connection, server_side=True).close()
            except OSError:
                connection.close()

        thread = threading.Thread(target=shake)
        thread.start()
        assert reason(f"https://127.0.0.1:{server.getsockname()[1]}/") == Reason.UNREACHABLE
        thread.join()


def _self_signed() -> bytes:
    from datetime import UTC, datetime, timedelta
    from ipaddress import ip_address

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return private + made.public_bytes(serialization.Encoding.PEM)
