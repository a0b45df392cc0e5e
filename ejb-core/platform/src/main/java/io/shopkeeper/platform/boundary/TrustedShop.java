package io.shopkeeper.platform.boundary;

import java.time.Instant;

/**
 * A shop whose models this one takes.
 *
 * @param fingerprint SHA-256 of its public key, in hexadecimal
 * @param publicKey Ed25519, X.509 in Base64
 */
public record TrustedShop(
    String fingerprint, String name, String publicKey, Instant addedAt, String addedBy) {}
