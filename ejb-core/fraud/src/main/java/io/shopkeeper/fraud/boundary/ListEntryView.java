package io.shopkeeper.fraud.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * An entry of a list.
 *
 * @param key what it is removed by
 * @param entry as it was written; masked for who may not see customers
 * @param expiresAt null for never
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListEntryView(
    String key, String entry, String note, Instant expiresAt, boolean expired, String addedBy) {}
