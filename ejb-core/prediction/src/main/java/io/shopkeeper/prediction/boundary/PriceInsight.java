package io.shopkeeper.prediction.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * How the demand for a product answers to its price.
 *
 * @param changes weeks in which it was sold at another price than in the week before that it was
 *     sold in
 * @param weeks that are known
 * @param elasticity by how many percent units change when the price changes by one; null where the
 *     price moved too seldom to say
 * @param low end of its interval of 95 %; null as above
 * @param high end of its interval of 95 %; null as above
 * @param own the part of the answer that the product's own weeks give, 0 to 1; null as above
 * @param answer {@code elastic}: a lower price brings more money; {@code inelastic}: it brings
 *     less; {@code open}: that is not known; null as above
 * @param text all that in the reader's language
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PriceInsight(
    int changes,
    int weeks,
    Double elasticity,
    Double low,
    Double high,
    Double own,
    String answer,
    List<String> text) {

  public PriceInsight {
    text = List.copyOf(text);
  }
}
