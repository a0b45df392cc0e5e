package io.shopkeeper.platform.boundary;

import java.time.Instant;
import java.util.Map;

/**
 * A note as one person sees it.
 *
 * @param read whether this person has seen it
 */
public record Notice(
    long id,
    String kind,
    Note.Tone tone,
    Map<String, String> values,
    String url,
    Instant at,
    boolean read) {}
