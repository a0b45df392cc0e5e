package io.shopkeeper.platform.boundary;

import java.time.Instant;

/**
 * One administrative act: who did what to what, when and from where.
 *
 * @param number its place in the chain, from 1; 0 if it has none
 * @param before how it was; empty where that says nothing
 * @param after how it is since; empty where that says nothing
 * @param address of the caller; empty for the server itself
 * @param previousHash the hash of the record before; empty for the first
 * @param hash over all fields of this record and {@code previousHash}
 */
public record AuditEntry(
    long id,
    long number,
    Instant at,
    String actor,
    String act,
    String subject,
    String detail,
    String before,
    String after,
    AuditSource source,
    String address,
    String previousHash,
    String hash) {}
