"""Where a request comes from, as hits are counted."""

from ipaddress import ip_network

import pytest

from skaala.people.operations.rate_limit import network_address


@pytest.mark.parametrize(
    ("is_behind_proxy", "meta", "address"),
    [
        (False, {"REMOTE_ADDR": "192.0.2.1"}, "192.0.2.1"),
        (False, {"REMOTE_ADDR": "192.0.2.1", "HTTP_X_FORWARDED_FOR": "198.51.100.7"}, "192.0.2.1"),
        (True, {"REMOTE_ADDR": "192.0.2.1", "HTTP_X_FORWARDED_FOR": "made up, 198.51.100.7"}, "198.51.100.7"),
        (True, {"REMOTE_ADDR": "192.0.2.1"}, "192.0.2.1"),
        (False, {"REMOTE_ADDR": "2001:db8:1:2:3:4:5:6"}, "2001:db8:1:2::/64"),
        (False, {"REMOTE_ADDR": ""}, ""),
        (False, {}, ""),
    ],
)
def test_only_what_our_own_proxy_says_is_believed_and_a_house_counts_as_one(
    is_behind_proxy, meta, address, settings
):
    settings.BEHIND_PROXY = is_behind_proxy
    assert network_address(meta) == address


@pytest.mark.parametrize(
    ("forwarded", "address"),
    [
        ("203.0.113.9, 10.1.0.7", "203.0.113.9"),  # people, the data centre's proxy; ours added the last
        ("6.6.6.6, 203.0.113.9, 10.1.0.7, 10.1.0.8", "203.0.113.9"),  # the first was made up
        ("10.1.0.9, 203.0.113.9", "203.0.113.9"),
        ("10.1.0.9, 10.1.0.7", "10.1.0.9"),  # from within
        ("6.6.6.6, nonsense, 10.1.0.7", "nonsense"),
        ("2001:db8:1:2:3::9, 2001:db8:ffff::1", "2001:db8:1:2::/64"),
    ],
)
def test_what_trusted_proxies_say_is_taken_and_nothing_before(settings, forwarded, address):
    settings.BEHIND_PROXY = True
    settings.TRUSTED_PROXIES = [ip_network("10.1.0.0/16"), ip_network("2001:db8:ffff::/48")]
    assert network_address({"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": forwarded}) == address
