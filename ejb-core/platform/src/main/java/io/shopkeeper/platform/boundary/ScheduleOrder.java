package io.shopkeeper.platform.boundary;

import java.util.List;

/**
 * What is to happen when.
 *
 * @param name 1 to 120 characters
 * @param steps one to five jobs, each after the one before has succeeded
 * @param cron minute, hour, day of month, month, day of week, as in {@code 30 3 * * *}
 * @param zone such as {@code Europe/Berlin}
 */
public record ScheduleOrder(String name, List<ScheduleStep> steps, String cron, String zone) {

  public ScheduleOrder {
    steps = steps == null ? List.of() : List.copyOf(steps);
  }
}
