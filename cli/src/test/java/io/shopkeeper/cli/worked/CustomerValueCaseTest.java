package io.shopkeeper.cli.worked;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.ml.evaluation.AmountFigures;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class CustomerValueCaseTest {

  private static final CustomerValueReport RUN =
      (CustomerValueReport) new CustomerValueCase().run(42);

  private static double figure(AmountFigures figures, String name) {
    return figures.all()[AmountFigures.NAMES.indexOf(name)];
  }

  /** The shop behaves as BG/NBD says: its total comes true, and going on as before is far off. */
  @Test
  void theShopOfTheModelIsForetold() {
    CustomerValueReport.Line model = RUN.lines().getFirst();
    CustomerValueReport.Line naive = RUN.lines().getLast();
    assertThat(figure(model.often(), "total")).isBetween(0.95, 1.05);
    assertThat(figure(model.much(), "total")).isBetween(0.9, 1.1);
    assertThat(figure(model.often(), "mae")).isLessThan(figure(naive.often(), "mae"));
    assertThat(figure(model.much(), "spearman")).isGreaterThan(figure(naive.much(), "spearman"));
    assertThat(model.numbers()).startsWith("r 0.").contains("γ");
  }

  @Test
  void everyModelIsALine() {
    var json = new StringWriter();
    RUN.json(new PrintWriter(json));
    assertThat(json.toString().lines())
        .hasSize(4)
        .allMatch(line -> line.contains("\"value_top_share\"") && line.contains("\"tenths\""));
    var text = new StringWriter();
    RUN.text(new PrintWriter(text));
    assertThat(text.toString()).contains("boosted on features").contains("value by tenth");
  }
}
