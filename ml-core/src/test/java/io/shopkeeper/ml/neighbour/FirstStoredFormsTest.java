package io.shopkeeper.ml.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.ml.algorithm.Stored;
import io.shopkeeper.ml.algorithm.TrainedModel;
import io.shopkeeper.ml.popularity.PopularityModel;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Models that shops stored with the first version can still be read, and are stored alike. */
class FirstStoredFormsTest {

  private static final String POPULARITY = "534b504f000000010000000340200000000000003f800000";
  private static final String NEIGHBOURS =
      "534b494e00000001000000030000000200000001000000023f0000003e80000000000001"
          + "000000003f00000000000000";

  private static DataInputStream input(String hex) {
    return new DataInputStream(new ByteArrayInputStream(HexFormat.of().parseHex(hex)));
  }

  private static String hex(TrainedModel model) {
    return HexFormat.of().formatHex(Stored.bytes(model));
  }

  @Test
  void popularity() throws IOException {
    PopularityModel model = PopularityModel.read(input(POPULARITY));
    assertThat(model.items()).isEqualTo(3);
    assertThat(model.scoreOf(0)).isEqualTo(2.5f);
    assertThat(model.top(3, item -> true).items()).containsExactly(0, 2);
    assertThat(hex(model)).isEqualTo(POPULARITY);
  }

  @Test
  void neighbours() throws IOException {
    ItemNeighbourModel model = ItemNeighbourModel.read(input(NEIGHBOURS));
    assertThat(model.items()).isEqualTo(3);
    assertThat(model.neighboursOf(0)).containsExactly(1, 2);
    assertThat(model.similaritiesOf(0)).containsExactly(0.5f, 0.25f);
    assertThat(model.neighboursOf(2)).isEmpty();
    assertThat(hex(model::write)).isEqualTo(NEIGHBOURS);
  }

  @Test
  void neighboursBeyondTheItemsAreDamage() {
    String damaged = NEIGHBOURS.replace("0000000200000001", "0000000200000009");
    assertThatThrownBy(() -> ItemNeighbourModel.read(input(damaged)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("neighbour 9");
  }
}
