package io.shopkeeper.cli.worked;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.ml.forecast.DemandFigures;
import io.shopkeeper.ml.forecast.DemandHistory;
import io.shopkeeper.ml.forecast.DemandLog;
import io.shopkeeper.ml.worked.DemandShop;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemandCaseTest {

  private static final DemandReport RUN =
      (DemandReport) new DemandCase(Optional.of(DemandShop.of(40, 50, 3).log())).run(42);

  private static double figure(DemandReport.Line line, String name) {
    return line.all().all()[DemandFigures.NAMES.indexOf(name)];
  }

  @Test
  void everyMethodIsALineAndTheChoiceBeatsTheWeekBefore() {
    DemandReport.Line chosen = RUN.lines().getFirst();
    DemandReport.Line naive = RUN.lines().getLast();
    assertThat(naive.algorithm()).isEqualTo("seasonal-naive-demand");
    assertThat(figure(chosen, "wape")).isLessThan(figure(naive, "wape"));
    assertThat(figure(chosen, "cover80")).isBetween(0.7, 0.9);
    // Seven origins of four weeks, each product.
    assertThat(chosen.all().weeks()).isEqualTo(7 * 4 * 40);
    assertThat(chosen.byWeek()).hasSize(4).allMatch(one -> one.weeks() == 7 * 40);
    assertThat(chosen.byOrigin()).hasSize(7).allMatch(one -> one.weeks() == 4 * 40);
  }

  /** Of a rush in the last four weeks nobody can have known anything. */
  @Test
  void noOriginKnowsWhatFollowed() {
    List<DemandLog.Product> products = new ArrayList<>();
    for (int one = 0; one < 30; one++) {
      double[] units = new double[40];
      for (int week = 0; week < units.length; week++) {
        units[week] = (4 + (week + one) % 3) * (week < 36 ? 1 : 100);
      }
      products.add(
          new DemandLog.Product("p" + one, new DemandHistory("", 40, units, new double[40])));
    }
    var report = (DemandReport) new DemandCase(Optional.of(new DemandLog(products, 40))).run(42);
    assertThat(report.lines()).allMatch(line -> figure(line, "bias") < 0.3);
  }

  @Test
  void isPrinted() {
    var json = new StringWriter();
    RUN.json(new PrintWriter(json));
    assertThat(json.toString().lines())
        .hasSize(7)
        .allMatch(
            line ->
                line.contains("\"wape\"") && line.contains("\"errorsOfOrigins\":{\"cover80\":0."));
    var text = new StringWriter();
    RUN.text(new PrintWriter(text));
    assertThat(text.toString())
        .contains("weeks ahead")
        .contains("methods at the last origin")
        .contains("origins +- 0.");
  }
}
