package io.shopkeeper.ml.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsFormTest {

  /** How a tree is grown. */
  public enum Growth {
    BY_LEAF,
    BY_LEVEL
  }

  /** One of each type. */
  public record Options(
      @Limits(least = 1, most = 1000, searchLeast = 10, searchMost = 500) int trees,
      @Limits(least = 1e-6, most = 1, logarithmic = true) double rate,
      boolean balanced,
      Growth growth,
      @Limits(least = 1, most = 4096) List<Integer> layers,
      List<String> increasing) {

    public Options {
      WrongOptionException.unlessWithin("trees", trees, 1, 1000);
    }
  }

  private static final Options STANDARD =
      new Options(100, 0.1, false, Growth.BY_LEAF, List.of(32, 16), List.of());

  private final OptionsForm<Options> form = OptionsForm.of(STANDARD);

  @Test
  void whatIsNotSaidIsStandard() {
    assertThat(form.parse(Map.of())).isEqualTo(STANDARD);
  }

  @Test
  void textAndBack() {
    var options = new Options(7, 0.25, true, Growth.BY_LEVEL, List.of(8), List.of("age", "price"));

    Map<String, String> text = form.format(options);

    assertThat(text).containsEntry("growth", "by-level").containsEntry("increasing", "age, price");
    assertThat(form.parse(text)).isEqualTo(options);
  }

  @Test
  void wrongValuesSayWhatIsAllowed() {
    assertThatThrownBy(() -> form.parse(Map.of("trees", "1001")))
        .hasMessage("trees must be from 1 to 1000, but is 1001");
    assertThatThrownBy(() -> form.parse(Map.of("trees", "ten")))
        .hasMessage("trees must be a whole number, but is “ten”");
    assertThatThrownBy(() -> form.parse(Map.of("rate", "NaN")))
        .hasMessageStartingWith("rate must be from");
    assertThatThrownBy(() -> form.parse(Map.of("growth", "sideways")))
        .hasMessage("growth must be one of by-leaf, by-level, but is “sideways”");
    assertThatThrownBy(() -> form.parse(Map.of("layers", "8, 0")))
        .hasMessage("layers must be from 1 to 4096, but is 0");
    assertThatThrownBy(() -> form.parse(Map.of("tree", "1")))
        .isInstanceOf(WrongOptionException.class)
        .hasMessageContaining("there are trees, rate");
  }
}
