package io.shopkeeper.recommendation.boundary.estimate;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * What a version of a placement's recipe would have brought instead of what was shown, told from
 * lists that were partly dealt by chance. All figures are acts per thousand lists.
 *
 * @param from lists since then were looked at
 * @param at when that was worked out
 * @param by who wanted it
 * @param lists one of each visitor in some hours
 * @param visitors who saw them and let the shop use it
 * @param support share of the version's places that the lists could have shown, 0 to 1; of the rest
 *     the log knows nothing
 * @param agreement share of the places at which the version would have shown what was shown
 * @param effectivePlaces as many equally weighted places would say as much
 * @param shown what the lists brought
 * @param inverse what the version would have brought, by inverse propensities; null where that
 *     cannot be told
 * @param selfNormalised the same, self-normalised: a small bias, far less variance
 * @param difference of the version from what was shown
 * @param refusal why the log cannot tell; null where it can
 * @param warnings what speaks against believing it
 */
public record RecipeEstimate(
    String placement,
    int version,
    EstimatedAct metric,
    Instant from,
    Instant at,
    String by,
    int lists,
    int visitors,
    double support,
    double agreement,
    double effectivePlaces,
    Figure shown,
    Figure inverse,
    Figure selfNormalised,
    Figure difference,
    Refusal refusal,
    List<Warning> warnings) {

  public RecipeEstimate {
    warnings = List.copyOf(warnings);
  }

  /**
   * A figure and its interval, which holds however often one looks.
   *
   * @param low null while there are too few visitors for an interval
   */
  public record Figure(double perThousand, Double low, Double high) {}

  /** Why the log cannot tell. */
  public enum Refusal {
    /** No list of this placement was dealt by chance in that time. */
    @JsonProperty("nothing_dealt")
    NOTHING_DEALT,
    /** Fewer than a hundred visitors. */
    @JsonProperty("few_visitors")
    FEW_VISITORS,
    /** More than a fifth of the version's places could never have been shown. */
    @JsonProperty("no_support")
    NO_SUPPORT
  }

  /** What speaks against believing it. */
  public enum Warning {
    /** Some of the version's places could never have been shown; they count as without an act. */
    @JsonProperty("partly_supported")
    PARTLY_SUPPORTED,
    /** Fewer than 200 effective places: so few lists look like the version that luck decides. */
    @JsonProperty("few_effective")
    FEW_EFFECTIVE,
    /** One visitor has more than a twentieth of all weight. */
    @JsonProperty("heavy_weight")
    HEAVY_WEIGHT,
    /** The weights do not add up as they must. */
    @JsonProperty("wrong_propensities")
    WRONG_PROPENSITIES
  }
}
