package io.shopkeeper.recommendation.boundary;

import java.time.Instant;

/**
 * A place where products are shown.
 *
 * @param own whether the shop made it; else the product came with it
 * @param liveVersion what visitors get; 0 for the recipe that the product came with
 * @param newestVersion the last that was saved; 0 while there is none
 * @param undoTo the version that an undo publishes; null where there is nothing to undo
 * @param publishedAt when the live version went live; null while nothing was published
 * @param publishedBy who did; null while nothing was published
 * @param note why; empty where nobody said
 * @param edition greater after each change; 0 while nobody has changed anything
 */
public record PlacementView(
    String name,
    boolean own,
    int liveVersion,
    int newestVersion,
    Integer undoTo,
    Instant publishedAt,
    String publishedBy,
    String note,
    long edition) {}
