package io.shopkeeper.prediction.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * How much the price matters to a customer: what was paid in the last 90 days, beside what the same
 * products usually cost in that time.
 *
 * @param lines of orders
 * @param compared those of them whose product was sold at different prices
 * @param reducedShare the part of the compared that cost at least 2 % less than usual, the feature
 *     {@code reduced_share_90}; null where there are none
 * @param toUsual the mean of the price paid by the usual price, the feature {@code
 *     paid_to_usual_90}; null where there are none
 * @param text that in the reader's language
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaidInsight(
    int lines, int compared, Double reducedShare, Double toUsual, List<String> text) {

  public PaidInsight {
    text = List.copyOf(text);
  }
}
