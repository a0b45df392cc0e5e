package io.shopkeeper.platform.boundary;

import java.time.Instant;

/**
 * Somebody who is signed in somewhere.
 *
 * @param agent what the browser calls itself
 * @param seenAt the last click, exact to half a minute
 */
public record SessionView(
    long id,
    String username,
    SignInWay way,
    String address,
    String agent,
    Instant startedAt,
    Instant seenAt) {}
