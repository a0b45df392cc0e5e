package io.shopkeeper.catalog.monitor;

import java.util.Map;

/**
 * What was measured, and what was counted for it.
 *
 * @param evidence by name, in the order in which it is shown
 */
record Measure(double value, Map<String, String> evidence) {}
