package io.shopkeeper.recommendation.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.catalog.boundary.EventType;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttributionTest {

  private static final String V = "v:v";

  private static Told two() {
    return new Told().shown(V, "home", 1, 1000, "a", "b").shown(V, "home", 1, 1050, "a");
  }

  /** When what the first act follows from was shown; empty if it counts nowhere. */
  private static Optional<Long> follows(Told told) {
    Group group = told.group();
    return new Attribution(100)
        .of(group.acts().getFirst(), new Showings(group, shown -> true))
        .map(Shown::at);
  }

  @Test
  void anActCountsFromTheImpressionUntilTheWindowEnds() {
    assertThat(follows(two().click("b", 999, V))).isEmpty();
    assertThat(follows(two().click("b", 1000, V))).contains(1000L);
    assertThat(follows(two().click("b", 1099, V))).contains(1000L);
    assertThat(follows(two().click("b", 1100, V))).isEmpty();
  }

  @Test
  void itFollowsFromTheLastImpressionBeforeIt() {
    assertThat(follows(two().click("a", 1049, V))).contains(1000L);
    assertThat(follows(two().click("a", 1149, V))).contains(1050L);
    assertThat(follows(two().click("a", 1150, V))).isEmpty();
  }

  @Test
  void whatWasNotShownDoesNotCount() {
    assertThat(follows(two().click("c", 1010, V))).isEmpty();
    assertThat(follows(two().act(EventType.CART, null, null, 1010, Worth.UNKNOWN, V))).isEmpty();
  }

  @Test
  void ofSeveralUnitsOfAPersonTheLastToSeeItGetsIt() {
    Told told = two().beside("v:phone", "home", 1020, "b").click("b", 1030, V, "v:phone");
    Group group = told.group();
    assertThat(
            new Attribution(100)
                .of(group.acts().getFirst(), new Showings(group, shown -> true))
                .map(Shown::unit))
        .contains("v:phone");
    assertThat(
            follows(
                new Told()
                    .shown(V, "home", 1, 1020, "b")
                    .beside("v:phone", "home", 1000, "b")
                    .click("b", 1030, V, "v:phone")))
        .as("whichever unit is named first")
        .contains(1020L);
    assertThat(follows(two().beside("v:phone", "home", 1020, "b").click("b", 1010, V, "v:phone")))
        .contains(1000L);
  }

  @Test
  void revenueIsPiecesTimesPriceAndMarginWhatIsSaidOfIt() {
    var known = new Worth(2.5, "EUR", 0.4);
    var silent = new Worth(2.5, "EUR", Double.NaN);
    Acts acts =
        new Told()
                .act(EventType.CART, "a", null, 1010, known, V)
                .act(EventType.PURCHASE, "a", 3.0, 1020, known, V)
                .act(EventType.PURCHASE, "b", null, 1030, silent, V)
                .act(EventType.PURCHASE, "gone", 1.0, 1030, Worth.UNKNOWN, V)
                .group()
                .acts()
                .stream()
                .map(Group.Act::count)
                .reduce(Acts.NONE, Acts::plus);
    assertThat(acts).isEqualTo(new Acts(0, 1, 3, 2, 10.0, 3.0));
  }
}
