package io.shopkeeper.ml.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WeeklySalesTest {

  private final WeeklySales sales = new WeeklySales();

  private void sell(String product, String day, double units, double price) {
    sales.add(product, "toys", LocalDate.parse(day), units, price);
  }

  @Test
  void weeksBeginOnMondays() {
    assertThat(WeeklySales.monday(WeeklySales.week(LocalDate.parse("2026-11-26"))))
        .isEqualTo("2026-11-23");
    assertThat(WeeklySales.week(LocalDate.parse("1970-01-01"))).isZero();
    assertThat(WeeklySales.week(LocalDate.parse("1969-12-28"))).isEqualTo(-1);
  }

  /** The first and the last week are not whole; a gap is a week without sales. */
  @Test
  void onlyWholeWeeksCount() {
    sell("a", "2026-11-04", 50, 1); // a Wednesday
    sell("a", "2026-11-10", 2, 4);
    sell("a", "2026-11-15", 1, 1);
    sell("b", "2026-11-23", 3, Double.NaN);
    sell("a", "2026-12-01", 70, 1); // a Tuesday
    DemandLog log = sales.log();
    assertThat(WeeklySales.monday(log.end())).isEqualTo("2026-11-30");
    DemandHistory a = log.products().getFirst().history();
    assertThat(a.units()).containsExactly(3, 0, 0);
    assertThat(a.prices()).containsExactly(3, Double.NaN, Double.NaN);
    assertThat(a.category()).isEqualTo("toys");
    assertThat(log.products().getLast().history().units()).containsExactly(3);
    assertThat(log.asOf(log.end() - 1).products()).hasSize(1);
  }

  @Test
  void aSundayEndsItsWeek() {
    sell("a", "2026-11-09", 1, 1);
    sales.seen(LocalDate.parse("2026-11-15"));
    assertThat(sales.log().products().getFirst().history().units()).containsExactly(1);
  }
}
