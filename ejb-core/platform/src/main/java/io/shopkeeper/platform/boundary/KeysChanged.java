package io.shopkeeper.platform.boundary;

/** A key was revoked, or another took its place. Observe it with {@code during = AFTER_SUCCESS}. */
public record KeysChanged(String keyId) {}
