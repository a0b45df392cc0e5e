package io.shopkeeper.fraud.boundary.cases;

import java.util.List;

/**
 * A case with what belongs to it.
 *
 * @param payments ids, the latest to join first; 200 at most
 * @param journal the latest first
 * @param approval whether clearing it needs a supervisor
 */
public record CaseFile(
    CaseRow row, List<String> payments, List<CaseEntry> journal, boolean approval) {}
