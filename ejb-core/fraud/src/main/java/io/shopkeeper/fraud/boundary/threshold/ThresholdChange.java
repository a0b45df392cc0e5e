package io.shopkeeper.fraud.boundary.threshold;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A change of the thresholds.
 *
 * @param wanted what is to hold
 * @param before what held when it was asked for, or when it was published
 * @param reason why it is wanted
 * @param decidedAt when it was published, withdrawn or undone; null while it waits
 * @param decidedBy null while it waits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ThresholdChange(
    long id,
    ThresholdState state,
    ScoreThresholds wanted,
    ScoreThresholds before,
    String reason,
    Instant askedAt,
    String askedBy,
    Instant decidedAt,
    String decidedBy) {}
