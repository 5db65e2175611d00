//! Networks, and whose word about an address is believed: a proxy that the settings name may say for whom it asks, nobody
//! else may.

use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;

use ipnet::{IpNet, Ipv4Net};
use serde::Deserialize;

/// A network such as `10.0.0.0/8`, or a single address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Network(IpNet);

/// Text that names no network.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is neither an address such as `192.0.2.7` nor a network such as `10.0.0.0/8`")]
pub struct BadNetwork(String);

impl Network {
    /// True when the address is of this network. An IPv4 address may be written as IPv6.
    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        self.0.contains(&address.to_canonical())
    }
}

impl FromStr for Network {
    type Err = BadNetwork;

    fn from_str(text: &str) -> Result<Self, BadNetwork> {
        let net = text.parse::<IpNet>().or_else(|_| text.parse::<IpAddr>().map(IpNet::from)).map_err(|_| BadNetwork(text.to_owned()))?;
        Ok(Self(canonical(net)))
    }
}

impl TryFrom<String> for Network {
    type Error = BadNetwork;

    fn try_from(text: String) -> Result<Self, BadNetwork> {
        text.parse()
    }
}

/// An IPv4 network written as IPv6 is the IPv4 network.
fn canonical(net: IpNet) -> IpNet {
    match (net.addr().to_canonical(), net.prefix_len().checked_sub(96)) {
        (IpAddr::V4(v4), Some(prefix)) if net.addr().is_ipv6() => Ipv4Net::new(v4, prefix).map_or(net, IpNet::V4),
        _ => net,
    }
}

/// The address that asks. Where the peer is a trusted proxy, that is the right-most address in `forwarded` (the values of
/// `X-Forwarded-For`, in their order) that is no trusted proxy itself: what stands left of it, anybody may have written.
/// Where that list cannot be read, it is the peer.
#[must_use]
pub fn client<'a>(peer: IpAddr, forwarded: impl DoubleEndedIterator<Item = &'a str>, trusted: &[Network]) -> IpAddr {
    let peer = peer.to_canonical();
    let is_trusted = |address: IpAddr| trusted.iter().any(|network| network.contains(address));
    if !is_trusted(peer) {
        return peer;
    }
    let mut nearest = peer;
    for entry in forwarded.rev().flat_map(|line| line.rsplit(',')) {
        let Some(address) = named(entry.trim()) else { return peer };
        if !is_trusted(address) {
            return address;
        }
        nearest = address;
    }
    nearest
}

/// The address of one entry, which may come with a port and in brackets.
fn named(entry: &str) -> Option<IpAddr> {
    let bare = entry.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(entry);
    let address = bare.parse().ok().or_else(|| entry.parse::<SocketAddr>().ok().map(|socket| socket.ip()))?;
    Some(IpAddr::to_canonical(&address))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The address that asks, when proxies of `10.0.0.0/8` and `fd00::1` are trusted.
    fn of(peer: &str, forwarded: &[&str]) -> String {
        let trusted = ["10.0.0.0/8", "fd00::1"].map(|text| text.parse().unwrap());
        client(peer.parse().unwrap(), forwarded.iter().copied(), &trusted).to_string()
    }

    #[test]
    fn a_stranger_is_not_believed() {
        assert_eq!(of("192.0.2.1", &["198.51.100.9"]), "192.0.2.1");
        assert_eq!(of("::ffff:192.0.2.1", &["198.51.100.9"]), "192.0.2.1");
    }

    #[test]
    fn a_trusted_proxy_names_who_asks() {
        assert_eq!(of("10.1.1.1", &["198.51.100.9"]), "198.51.100.9");
        assert_eq!(of("::ffff:10.1.1.1", &["::ffff:198.51.100.9"]), "198.51.100.9");
        assert_eq!(of("fd00::1", &["2001:db8::7"]), "2001:db8::7");
        assert_eq!(of("10.1.1.1", &["198.51.100.9:4711"]), "198.51.100.9");
        assert_eq!(of("10.1.1.1", &["[2001:db8::7]:4711"]), "2001:db8::7");
        assert_eq!(of("10.1.1.1", &["[2001:db8::7]"]), "2001:db8::7");
    }

    #[test]
    fn what_the_person_wrote_before_the_proxy_is_passed_over() {
        assert_eq!(of("10.1.1.1", &["203.0.113.66, 198.51.100.9"]), "198.51.100.9");
        assert_eq!(of("10.1.1.1", &["203.0.113.66", "198.51.100.9, 10.2.2.2"]), "198.51.100.9");
        assert_eq!(of("10.1.1.1", &["10.9.9.9, 198.51.100.9"]), "198.51.100.9");
    }

    #[test]
    fn proxies_alone_name_the_farthest_of_them() {
        assert_eq!(of("10.1.1.1", &["10.3.3.3, 10.2.2.2"]), "10.3.3.3");
        assert_eq!(of("10.1.1.1", &[]), "10.1.1.1");
    }

    #[test]
    fn a_list_that_cannot_be_read_names_nobody() {
        for list in ["", "unknown", "198.51.100.9,", "198.51.100.9, 10.2.2.2, none", "198.51.100.999", "_hidden"] {
            assert_eq!(of("10.1.1.1", &[list]), "10.1.1.1", "{list}");
        }
    }

    #[test]
    fn a_network_is_written_as_people_write_it() {
        assert!("10.0.0.0/8".parse::<Network>().unwrap().contains("10.255.0.1".parse().unwrap()));
        assert!("::ffff:10.0.0.0/104".parse::<Network>().unwrap().contains("10.255.0.1".parse().unwrap()));
        assert!(!"10.0.0.1".parse::<Network>().unwrap().contains("10.0.0.2".parse().unwrap()));
        for text in ["", "10.0.0.0/33", "proxy.example.org", "10.0.0"] {
            assert!(text.parse::<Network>().is_err(), "{text}");
        }
    }
}
