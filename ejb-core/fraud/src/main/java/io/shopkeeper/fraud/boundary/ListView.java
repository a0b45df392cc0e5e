package io.shopkeeper.fraud.boundary;

import java.time.Instant;

/**
 * A list that rules look keys up in.
 *
 * @param name as rules write it
 * @param distance how many letters may differ; 0 for exact
 * @param purpose what it is for
 * @param entries how many hold now
 * @param expired how many held once
 */
public record ListView(
    String name,
    ListKind kind,
    int distance,
    String purpose,
    long entries,
    long expired,
    Instant createdAt,
    String createdBy) {}
