package io.shopkeeper.fraud.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A time in which something was missing.
 *
 * @param until null while it lasts
 * @param decisions how many were made meanwhile without it
 * @param madeUp how many of them were stored afterwards; only of the database
 * @param heldBack how many of them do not fit what was stored, and are kept beside it
 */
public record OutageView(
    Missing missing,
    Instant from,
    @JsonInclude(JsonInclude.Include.ALWAYS) Instant until,
    long decisions,
    long madeUp,
    long heldBack) {}
