package io.shopkeeper.platform.boundary;

import java.time.Instant;

/** A one-time link that can still be used. */
public record LinkView(String username, LinkPurpose purpose, Instant expiresAt) {}
