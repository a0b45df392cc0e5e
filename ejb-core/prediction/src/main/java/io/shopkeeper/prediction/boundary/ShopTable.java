package io.shopkeeper.prediction.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;

/**
 * A table from the shop: what was known of its customers on some days, and what followed.
 *
 * @param goal what is foretold
 * @param days how many days after it are looked at, 1 to 365
 * @param periods days on which customers are looked at, each {@code days} before the next; 1 to 12
 * @param until the day at whose beginning, UTC, the last period ends; null for the latest that is
 *     over, counted from the newest order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShopTable(ShopGoal goal, int days, int periods, LocalDate until) {

  /** Days that are usually looked ahead. */
  public static final int USUAL_DAYS = 30;

  /** How many days customers are usually looked at. */
  public static final int USUAL_PERIODS = 3;
}
