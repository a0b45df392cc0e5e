package io.shopkeeper.catalog.boundary.quality;

import io.shopkeeper.catalog.boundary.ImportKind;
import java.time.Instant;
import java.util.Map;

/**
 * A value that was not as it should be.
 *
 * @param field empty where the whole kind is meant
 * @param evidence what was counted, by name
 * @param acknowledgedBy null where nobody did
 * @param resolvedAt null where it is not
 */
public record AlertView(
    long id,
    long monitorId,
    ImportKind kind,
    MonitorType type,
    String field,
    AlertState state,
    Instant openedAt,
    double value,
    double threshold,
    Map<String, String> evidence,
    String acknowledgedBy,
    Instant acknowledgedAt,
    Instant resolvedAt) {}
