package io.shopkeeper.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SealTest {

  private final Seal seal = new Seal(key(1));
  private final Seal other = new Seal(key(2));

  @Test
  void whatIsLockedUpIsReadAgainWithTheSameKeyOnly() {
    String locked = seal.lock("秘密 secret");
    assertThat(locked).doesNotContain("secret");
    assertThat(seal.open(locked)).isEqualTo("秘密 secret");
    assertThat(seal.lock("秘密 secret")).isNotEqualTo(locked);
    assertThatThrownBy(() -> other.open(locked)).hasMessageContaining("seal-key");
  }

  @Test
  void aStampIsTheKeysOwn() {
    assertThat(seal.stamp("a")).isEqualTo(new Seal(key(1)).stamp("a")).hasSize(64);
    assertThat(seal.stamp("a")).isNotEqualTo(seal.stamp("b")).isNotEqualTo(other.stamp("a"));
  }

  private static byte[] key(int value) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) value);
    return key;
  }
}
