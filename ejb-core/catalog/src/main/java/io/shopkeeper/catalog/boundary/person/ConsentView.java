package io.shopkeeper.catalog.boundary.person;

import java.time.Instant;
import java.util.Map;

/** What holds for somebody, purpose by purpose; all visitors of a customer have the same. */
public record ConsentView(Decision personalisation, Decision analytics, Decision marketing) {

  /**
   * What holds for a purpose.
   *
   * @param decided false where nobody said anything, so that the shop's default holds
   * @param at when it was decided; null if it was not
   * @param source where it was decided, in the shop's words; null if that was not said
   */
  public record Decision(boolean granted, boolean decided, Instant at, String source) {}

  static ConsentView of(Map<Purpose, Decision> decisions) {
    return new ConsentView(
        decisions.get(Purpose.PERSONALISATION),
        decisions.get(Purpose.ANALYTICS),
        decisions.get(Purpose.MARKETING));
  }

  /** What holds for one. */
  public Decision of(Purpose purpose) {
    return switch (purpose) {
      case PERSONALISATION -> personalisation;
      case ANALYTICS -> analytics;
      case MARKETING -> marketing;
    };
  }
}
