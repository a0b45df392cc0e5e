package io.shopkeeper.catalog.boundary.quarantine;

import io.shopkeeper.catalog.boundary.QuarantinedRow;
import java.util.List;
import java.util.Map;

/**
 * A row with its cells, for mending.
 *
 * @param cells what stands in it, by column, in its order
 * @param faults what is wrong, by column; under the empty name what is wrong with the row
 * @param changed whether somebody changed it since it came
 */
public record HeldRow(
    QuarantinedRow row,
    Map<String, String> cells,
    Map<String, List<String>> faults,
    boolean changed) {}
