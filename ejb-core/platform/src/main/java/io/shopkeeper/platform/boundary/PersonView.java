package io.shopkeeper.platform.boundary;

import java.time.Instant;
import java.util.Set;

/**
 * A person of the console.
 *
 * @param lastSignInAt null before the first sign-in
 */
public record PersonView(
    String username, Set<Role> roles, Instant createdAt, Instant lastSignInAt, boolean locked) {}
