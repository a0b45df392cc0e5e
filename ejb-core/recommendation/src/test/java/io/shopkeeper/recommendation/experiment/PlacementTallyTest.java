package io.shopkeeper.recommendation.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.recommendation.boundary.figures.Counts;
import io.shopkeeper.recommendation.boundary.figures.FigureRange;
import io.shopkeeper.recommendation.boundary.figures.PlacementFigures;
import io.shopkeeper.recommendation.boundary.figures.Takings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacementTallyTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final FigureRange RANGE = new FigureRange(MONDAY, MONDAY.plusDays(1), 24);
  private static final long BEGIN = RANGE.begin().toEpochMilli();
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long DAY = 24 * HOUR;
  private static final Worth EURO = new Worth(10, "EUR", 0.25);
  private static final Worth YUAN = new Worth(80, "CNY", Double.NaN);

  private static Map<String, PlacementCount> count(Told told) {
    Map<String, PlacementCount> counts = new HashMap<>();
    PlacementTally.count(told.group(), new Attribution(DAY), RANGE, counts);
    return counts;
  }

  private static Takings takings(String currency, String revenue, String margin) {
    return new Takings(currency, new BigDecimal(revenue), new BigDecimal(margin));
  }

  private static final Told TOLD =
      new Told()
          .shown("v:a", "home", 1, BEGIN, "p", "q")
          .shown("v:a", "home", 2, BEGIN + DAY, "p")
          .shown("v:a", "cart", 0, BEGIN + DAY + HOUR, "p")
          .shown("v:b", "home", 2, BEGIN + DAY, "q")
          .click("p", BEGIN + DAY + 2 * HOUR, "v:a")
          .act(EventType.PURCHASE, "p", 2.0, BEGIN + DAY + 3 * HOUR, EURO, "v:a")
          .act(EventType.PURCHASE, "q", null, BEGIN + DAY + 3 * HOUR, YUAN, "v:b");

  @Test
  void anActCountsAtEachPlacementThatHadShownItAndOnceOverAll() {
    Map<String, PlacementCount> counts = count(TOLD);
    assertThat(counts.get("cart").total())
        .isEqualTo(new Counts(1, 1, 1, 0, 1, 0, List.of(takings("EUR", "20.00", "5.00"))));
    Counts home =
        new Counts(
            3,
            2,
            1,
            0,
            2,
            1,
            List.of(takings("CNY", "80.00", "0.00"), takings("EUR", "20.00", "5.00")));
    assertThat(counts.get("home").total()).isEqualTo(home);
    assertThat(counts.get(PlacementTally.ALL).total())
        .isEqualTo(new Counts(4, 2, 1, 0, 2, 1, home.takings()));
  }

  @Test
  void itCountsOnTheDayAndForTheVersionThatWasShownLast() {
    PlacementCount home = count(TOLD).get("home");
    assertThat(home.days(RANGE))
        .extracting(PlacementFigures.Day::day, day -> day.counts().impressions())
        .containsExactly(tuple(MONDAY, 1L), tuple(MONDAY.plusDays(1), 2L));
    assertThat(home.days(RANGE).getFirst().counts().purchases()).isZero();
    assertThat(home.versions())
        .extracting(PlacementFigures.Version::version, version -> version.counts().visitors())
        .containsExactly(tuple(2, 2L), tuple(1, 1L));
    assertThat(home.versions().getLast().counts().clicks()).isZero();
    Counts late = home.days(RANGE).getLast().counts();
    assertThat(late.clicks()).isOne();
    assertThat(late.purchases()).as("with q, which v:b saw that day, too").isEqualTo(2);
    Counts newest = home.versions().getFirst().counts();
    assertThat(newest.clicks()).isOne();
    assertThat(newest.purchases()).isEqualTo(2);
    assertThat(newest.takings()).isEqualTo(late.takings()).hasSize(2);
  }

  @Test
  void whatWasShownAfterTheDaysIsNotCountedAndTakesItsActsAlong() {
    long after = BEGIN + 2 * DAY;
    Told told =
        new Told()
            .shown("v:a", "home", 1, after - HOUR, "p", "q")
            .shown("v:a", "home", 1, after, "p")
            .click("p", after + 1, "v:a")
            .click("q", after + 1, "v:a");
    Counts before = new Counts(1, 1, 1, 0, 0, 0, List.of());
    assertThat(count(told).get("home").total()).isEqualTo(before);
    assertThat(count(told).get(PlacementTally.ALL).total()).isEqualTo(before);
  }

  @Test
  void whatAnotherUnitOfThePersonSawLaterIsThatUnits() {
    Told told =
        new Told()
            .shown("v:a", "home", 1, BEGIN, "p")
            .beside("v:phone", "home", BEGIN + 5, "p")
            .click("p", BEGIN + 10, "v:a", "v:phone")
            .click("p", BEGIN + 3, "v:phone", "v:a");
    assertThat(count(told).get("home").total().clicks()).isOne();
  }
}
