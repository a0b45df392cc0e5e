package io.shopkeeper.recommendation.boundary.experiment;

import java.time.Instant;

/**
 * An experiment.
 *
 * @param published the arm whose recipe was published at the end; null if none was
 * @param decision why it was stopped; empty where nobody said
 * @param startedBy null before it was started
 * @param startedAt null before it was started
 * @param stoppedBy null before it was stopped
 * @param stoppedAt null before it was stopped
 * @param edition greater after each change
 */
public record ExperimentView(
    String name,
    ExperimentState state,
    ExperimentDesign design,
    String published,
    String decision,
    String draftedBy,
    Instant draftedAt,
    String startedBy,
    Instant startedAt,
    String stoppedBy,
    Instant stoppedAt,
    long edition) {}
