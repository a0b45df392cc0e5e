package io.shopkeeper.prediction.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TypicalRowTest {

  @Test
  void isTheMiddleNumberAndTheMostFrequentWord() {
    assertThat(
            typical(
                """
                age,town,left,rare,constant
                9,Riga,x,,7
                31.50,Oslo,x,,7
                100,Riga,x,3,7
                ,Oslo,x,,7
                22,Riga,x,,7
                """))
        .isEqualTo(Map.of("age", "22", "town", "Riga", "constant", "7"));
  }

  @Test
  void ofWordsThatAreEquallyFrequentItIsTheFirst() {
    assertThat(typical("age,town\n1,b\n1,a\n2,b\n3,a\n")).containsEntry("town", "a");
  }

  @Test
  void aLongTableIsNotReadToItsEnd() {
    String table = "age,town\n" + "1,a\n".repeat(TypicalRow.MOST_ROWS) + "2,b\n".repeat(2 * 5_001);
    assertThat(typical(table)).isEqualTo(Map.of("age", "1", "town", "a"));
  }

  private static Map<String, String> typical(String table) {
    try (DataFile file = DataFile.open(table.getBytes(StandardCharsets.UTF_8))) {
      return TypicalRow.of(file, Set.of("age", "rare", "constant", "gone"), Set.of("town"));
    }
  }
}
