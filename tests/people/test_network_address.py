"""Where a request comes from, as hits are counted."""

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
