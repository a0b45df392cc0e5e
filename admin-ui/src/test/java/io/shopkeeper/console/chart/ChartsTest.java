package io.shopkeeper.console.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartsTest {

  @Test
  void aChartHasItsNumbersAsATable() {
    Chart chart =
        Chart.lines("step", List.of("1", "2"))
            .add("loss", List.of(0.5, 0.25))
            .add("recall", List.of(0.1));
    assertThat(chart.getNames()).containsExactly("loss", "recall");
    assertThat(chart.getRows())
        .containsExactly(
            new Chart.Row("1", List.of(0.5, 0.1)),
            new Chart.Row("2", new ArrayList<>(Arrays.asList(0.25, null))));
    assertThat(chart.getJson()).contains("\"labels\":[\"1\",\"2\"]").contains("\"loss\"");
    assertThat(chart.isBlank()).isFalse();
  }

  @Test
  void seriesDifferInColourAndDash() {
    Chart chart = Chart.lines("step", List.of("1")).add("a", List.of(1)).add("b", List.of(2));
    assertThat(chart.getJson()).contains("#0072B2", "#E69F00", "[6,4]");
  }

  @Test
  void aHistogramNamesItsBins() {
    Chart chart = Chart.histogram("price", List.of(0.0, 10.0, 20.5), "products", List.of(3L, 4L));
    assertThat(chart.getRows()).extracting(Chart.Row::label).containsExactly("0 – 10", "10 – 20.5");
  }

  @Test
  void shadesOfAHeatMapCompareAllCellsAndThoseOfAMatrixTheirRow() {
    List<String> columns = List.of("x", "y");
    Grid heat = Grid.heatMap("day", columns).add("a", List.of(0, 10)).add("b", List.of(50, 100));
    assertThat(shades(heat)).containsExactly(0, 1, 5, 9);
    Grid matrix = Grid.matrix("true", columns).add("a", List.of(0, 10)).add("b", List.of(50, 100));
    assertThat(shades(matrix)).containsExactly(0, 9, 5, 9);
    assertThatThrownBy(() -> heat.add("c", List.of(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 cells for 2");
  }

  private static List<Integer> shades(Grid grid) {
    return grid.getRows().stream()
        .flatMap(row -> row.cells().stream())
        .map(Grid.Cell::shade)
        .toList();
  }

  @Test
  void aFunnelSaysWhatWentOn() {
    Funnel funnel = new Funnel().add("view", 200).add("cart", 50).add("purchase", 10);
    assertThat(funnel.getSteps())
        .extracting(Funnel.Step::width, Funnel.Step::share)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(100.0, 1.0),
            org.assertj.core.groups.Tuple.tuple(25.0, 0.25),
            org.assertj.core.groups.Tuple.tuple(5.0, 0.2));
    assertThat(new Funnel().add("view", 0).isBlank()).isTrue();
  }
}
