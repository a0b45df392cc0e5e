package io.shopkeeper.prediction.boundary;

import java.time.LocalDate;
import java.util.List;

/**
 * What is expected to be sold of a product, week by week from Monday to Sunday.
 *
 * @param productId the shop's id
 * @param model its name
 * @param version that foretells
 * @param algorithm by which it was learnt
 * @param method by which this product is foretold; null where nothing is
 * @param regularity {@code regular}, {@code now-and-then} or {@code seldom}; null where nothing is
 *     foretold
 * @param knownWeeks from the first week in which it sold to the newest whole one; 0 where it never
 *     sold in a whole week
 * @param past the newest of these weeks, the oldest first
 * @param weeks that come; empty where the product never sold
 * @param text all that in the reader's language
 * @param price how demand answers to the price; null where nothing was sold when that was learnt,
 *     and of versions that were trained before it was
 */
public record ProductForecast(
    String productId,
    String model,
    int version,
    String algorithm,
    String method,
    String regularity,
    int knownWeeks,
    List<PastWeek> past,
    List<Week> weeks,
    List<String> text,
    PriceInsight price) {

  public ProductForecast {
    past = List.copyOf(past);
    weeks = List.copyOf(weeks);
    text = List.copyOf(text);
  }

  /**
   * A week that is known.
   *
   * @param monday its first day
   * @param units sold
   */
  public record PastWeek(LocalDate monday, double units) {}

  /**
   * A week that comes.
   *
   * @param monday its first day
   * @param expected units, 0 or more
   * @param bands the narrowest first
   */
  public record Week(LocalDate monday, double expected, List<Band> bands) {

    public Week {
      bands = List.copyOf(bands);
    }
  }

  /**
   * Where the units of a week will lie.
   *
   * @param level how often they do, 0 to 1
   * @param low 0 or more
   * @param high not below that
   */
  public record Band(double level, double low, double high) {}
}
