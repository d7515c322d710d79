"""Which addresses may be an endpoint; the numbered abuse case is in tests/abuse."""

import pytest

from bot.remote.address import read_endpoint


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://api.openai.com/v1", "api.openai.com"),
        ("https://API.Example.org:8443/v1/", "api.example.org"),
        ("http://127.0.0.1:11434/v1", "127.0.0.1"),
        ("http://localhost:8080/v1", "localhost"),
        ("http://[::1]:8080/v1", "::1"),
        ("http://192.168.1.20:8080/v1", "192.168.1.20"),
        ("http://ollama:11434/v1", "ollama"),
        ("http://nas.lan/v1", "nas.lan"),
        ("https://10.0.0.7/v1", "10.0.0.7"),
    ],
)
def test_https_goes_anywhere_and_http_stays_at_home(url: str, host: str) -> None:
    endpoint = read_endpoint(url)
    assert endpoint.host == host
    assert not endpoint.url.endswith("/")
