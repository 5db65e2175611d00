//! Which cryptography TLS is spoken with, for the whole program: that of ring.

/// Chooses it. Must come before the first client is made; asked again, it changes nothing.
pub fn provide() {
    // An error only says that it was chosen already.
    let _ = rustls::crypto::ring::default_provider().install_default();
}
