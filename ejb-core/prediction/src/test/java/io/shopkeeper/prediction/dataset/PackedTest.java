package io.shopkeeper.prediction.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PackedTest {

  private static final byte[] PLAIN = "a,b\n1,2\n".repeat(500).getBytes(StandardCharsets.UTF_8);

  @Test
  void whatIsPackedComesOutAgain() throws IOException {
    byte[] packed = Packed.pack(PLAIN);
    assertThat(packed).hasSizeLessThan(PLAIN.length / 10);
    assertThat(Packed.open(packed).readAllBytes()).isEqualTo(PLAIN);
    assertThat(Packed.unpack(packed, PLAIN.length)).isEqualTo(PLAIN);
    assertThat(Packed.unpack(PLAIN, PLAIN.length)).isSameAs(PLAIN);
  }

  @Test
  void whatIsTooLargeIsRefusedPackedOrNot() {
    int most = PLAIN.length - 1;
    assertThatThrownBy(() -> Packed.unpack(PLAIN, most)).hasMessageContaining("is larger than");
    assertThatThrownBy(() -> Packed.unpack(Packed.pack(PLAIN), most))
        .hasMessageContaining("is larger than");
  }

  @Test
  void damageIsSaid() {
    byte[] cut = Arrays.copyOf(Packed.pack(PLAIN), 40);
    assertThatThrownBy(() -> Packed.unpack(cut, PLAIN.length))
        .hasMessageStartingWith("/file: is compressed, but damaged");
  }
}
