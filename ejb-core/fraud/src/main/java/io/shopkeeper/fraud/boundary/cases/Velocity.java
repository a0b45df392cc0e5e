package io.shopkeeper.fraud.boundary.cases;

import java.time.LocalDate;
import java.util.List;

/**
 * How often something paid, day by day.
 *
 * @param kind {@code customer, device, card, email, address} or {@code ip}
 * @param days in UTC, one after the other
 * @param counts payments of each day
 * @param sums their amounts in whole units, of one currency
 */
public record Velocity(
    String kind, String value, List<LocalDate> days, List<Integer> counts, List<Double> sums) {}
