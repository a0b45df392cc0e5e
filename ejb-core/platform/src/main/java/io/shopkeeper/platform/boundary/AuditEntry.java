package io.shopkeeper.platform.boundary;

import java.time.Instant;

/** One administrative act: who did what to what, when. */
public record AuditEntry(
    long id, Instant at, String actor, String act, String subject, String detail) {}
