package io.shopkeeper.catalog.boundary;

/**
 * Which quarantined rows to list, newest first.
 *
 * @param importId of one import; null for all
 * @param text that the row contains; null for all
 * @param beforeId the lowest id of the page before; null for the first page
 * @param limit 1 to 500
 */
public record QuarantineQuery(Long importId, String text, Long beforeId, int limit) {

  public QuarantineQuery {
    limit = Math.clamp(limit, 1, 500);
  }
}
