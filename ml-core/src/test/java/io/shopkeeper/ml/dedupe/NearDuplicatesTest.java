package io.shopkeeper.ml.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NearDuplicatesTest {

  @Test
  void diceIsTwiceTheSharedOverAll() {
    // " night " and " nacht " share "ht " alone of five runs each.
    assertThat(NGrams.dice("night", "nacht")).isCloseTo(2.0 / 10, within(1e-12));
    assertThat(NGrams.dice("steel knife 20cm", "steel knife 20 cm")).isGreaterThan(0.8);
    assertThat(NGrams.dice("白色陶瓷马克杯", "白色陶瓷马克杯子")).isGreaterThan(0.75);
    assertThat(NGrams.dice("", "")).isEqualTo(1);
  }

  @Property
  void diceIsSymmetricAndOneForEquals(@ForAll String a, @ForAll String b) {
    assertThat(NGrams.dice(a, a)).isEqualTo(1);
    assertThat(NGrams.dice(a, b)).isEqualTo(NGrams.dice(b, a)).isBetween(0.0, 1.0);
  }

  @Test
  void theMostAlikeInABlockIsFound() {
    var near = new NearDuplicates(100, 50);
    near.add("p-1", "steel spoon 20cm", List.of("acme"));
    near.add("p-2", "steel knife 21 cm", List.of("acme"));
    near.add("p-3", "steel knife 20 cm", List.of("other"));
    assertThat(near.find("p-9", "steel knife 20 cm", List.of("acme"), 0.7))
        .hasValueSatisfying(match -> assertThat(match.id()).isEqualTo("p-2"));
    assertThat(near.find("p-9", "steel knife 20 cm", List.of("none"), 0.7)).isEmpty();
    assertThat(near.find("p-9", "porcelain cup", List.of("acme"), 0.7)).isEmpty();
    assertThat(near.find("p-1", "steel spoon 20cm", List.of("acme"), 0.95)).isEmpty();
  }

  @Test
  void whatIsReplacedIsNotFoundUnderItsOldText() {
    var near = new NearDuplicates(100, 50);
    near.add("p-1", "steel knife", List.of("a"));
    near.add("p-1", "porcelain cup", List.of("a"));
    assertThat(near.find("p-2", "steel knife", List.of("a"), 0.9)).isEmpty();
    assertThat(near.size()).isEqualTo(1);
  }

  @Property(tries = 30)
  void memoryIsBounded(@ForAll @IntRange(min = 1, max = 50) int most) {
    var near = new NearDuplicates(most, 3);
    for (int i = 0; i < 200; i++) {
      near.add("p-" + i, "title number " + i, List.of("block " + i % 4));
      assertThat(near.size()).isLessThanOrEqualTo(most);
    }
    assertThat(near.find("x", "title number 199", List.of("block 3"), 0.99))
        .hasValueSatisfying(match -> assertThat(match.id()).isEqualTo("p-199"));
    assertThatThrownBy(() -> new NearDuplicates(0, 1)).hasMessageContaining("at least 1");
  }
}
