package io.shopkeeper.recommendation.boundary.estimate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What counts: an act on a listed product within a day of the list. */
public enum EstimatedAct {
  /** A click on it. */
  @JsonProperty("click")
  CLICK,
  /** That it was put into the cart. */
  @JsonProperty("cart")
  CART,
  /** That it was bought. */
  @JsonProperty("purchase")
  PURCHASE;

  /** As it is written outside. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads how it is written.
   *
   * @throws IllegalArgumentException if there is no such act
   */
  @JsonCreator
  public static EstimatedAct of(String word) {
    return Arrays.stream(values())
        .filter(act -> act.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "must be one of "
                        + Arrays.stream(values())
                            .map(EstimatedAct::word)
                            .collect(Collectors.joining(", "))));
  }
}
