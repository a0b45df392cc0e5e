package io.shopkeeper.fraud.boundary.macro;

import java.time.Instant;

/** A macro, and who wrote at it last. */
public record CaseMacro(long id, MacroText text, Instant writtenAt, String writtenBy) {}
