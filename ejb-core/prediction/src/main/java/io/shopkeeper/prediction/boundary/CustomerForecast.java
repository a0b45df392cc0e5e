package io.shopkeeper.prediction.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a model that was trained on a table from the shop foretells of a customer.
 *
 * @param dataSet the table
 * @param goal what is foretold
 * @param days how many days are looked ahead
 * @param productId with which product; null where none is asked about
 * @param asOf the moment as of which the customer is known
 * @param version of the model
 * @param value the class that is most probable, or the number as text
 * @param probabilities of each class; empty for a number
 * @param reasons what speaks for and against, the weightiest first; empty where the algorithm
 *     cannot say
 * @param beside what the model customer-value says of the same question; null where it is not live,
 *     or has nothing to say
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerForecast(
    String dataSet,
    ShopGoal goal,
    int days,
    String productId,
    Instant asOf,
    int version,
    String value,
    Map<String, Double> probabilities,
    List<Reason> reasons,
    Beside beside) {

  /** The same with what customer value says. */
  CustomerForecast with(Beside answer) {
    return new CustomerForecast(
        dataSet, goal, days, productId, asOf, version, value, probabilities, reasons, answer);
  }

  /**
   * The same question, answered by customer value from the days of orders alone.
   *
   * @param probability that the customer buys, or where the goal is who leaves, that nothing is
   *     bought; null where its algorithm speaks of another number of days only
   * @param text that, and how the two belong together, in the reader's language
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Beside(Double probability, String text) {}

  /**
   * Why.
   *
   * @param feature its column
   * @param text what that is, in the reader's language
   * @param value what it was; null where it could not be said
   * @param contribution to the logarithm of odds before they are calibrated, or to the number
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Reason(String feature, String text, String value, double contribution) {}
}
