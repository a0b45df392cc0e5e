package io.shopkeeper.platform.boundary.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListCursorTest {

  private static final List<ListKey> KEYS = List.of(ListKey.NUMBER, ListKey.DECIMAL, ListKey.TEXT);

  @Test
  void aPlaceComesBackAsItWas() {
    List<Object> place = List.of(42L, new BigDecimal("19.90"), "刀, \"a|b\" %");
    assertThat(ListCursor.read(ListCursor.write(place), KEYS)).contains(place);
  }

  @Test
  void aTextThatIsNoPlaceOfThisListIsNone() {
    assertThat(ListCursor.read("", KEYS)).isEmpty();
    assertThat(ListCursor.read("no base 64!", KEYS)).isEmpty();
    assertThat(ListCursor.read(ListCursor.write(List.of(1L, "x")), KEYS)).isEmpty();
    assertThat(ListCursor.read(ListCursor.write(List.of("one", "2", "x")), KEYS)).isEmpty();
  }
}
