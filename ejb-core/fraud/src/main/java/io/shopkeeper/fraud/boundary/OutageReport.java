package io.shopkeeper.fraud.boundary;

import java.util.List;

/**
 * What is missing now, and what was.
 *
 * @param waiting decisions in the journal that the database does not have yet
 * @param now those that last, as this server knows them
 * @param past those that are over, the latest first; 50 at most
 * @param pastKnown whether the database could be asked for the past
 */
public record OutageReport(
    long waiting, List<OutageView> now, List<OutageView> past, boolean pastKnown) {}
