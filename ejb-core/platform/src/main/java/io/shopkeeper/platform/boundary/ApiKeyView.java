package io.shopkeeper.platform.boundary;

import java.time.Instant;
import java.util.Set;

/**
 * A key as an administrator sees it, without its secret.
 *
 * @param lastUsedAt null if it was never used; exact to a minute
 */
public record ApiKeyView(
    String id,
    String name,
    KeyKind kind,
    Set<Scope> scopes,
    Set<String> origins,
    Instant createdAt,
    Instant lastUsedAt,
    boolean revoked) {}
