package io.shopkeeper.nlp.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordPieceTest {

  private static final List<String> PIECES =
      List.of(
          "[UNK]", "[CLS]", "[SEP]", "where", "is", "my", "order", "##s", "refund", "##able", "?",
          "退", "货", "cafe", "'");

  private static final WordPiece PIECE = new WordPiece(vocabulary());

  private static Map<String, Integer> vocabulary() {
    Map<String, Integer> vocabulary = new HashMap<>();
    for (int i = 0; i < PIECES.size(); i++) {
      vocabulary.put(PIECES.get(i), i);
    }
    return vocabulary;
  }

  private static List<String> said(String text, int most) {
    return Arrays.stream(PIECE.numbers(text, most))
        .mapToObj(number -> PIECES.get((int) number))
        .toList();
  }

  @Test
  void wordsAreTakenApartInTheLongestPieces() {
    assertThat(said("Where IS my orders?", 20))
        .containsExactly("[CLS]", "where", "is", "my", "order", "##s", "?", "[SEP]");
    assertThat(said("refundable Café", 20))
        .containsExactly("[CLS]", "refund", "##able", "cafe", "[SEP]");
  }

  @Test
  void eachHanCharacterAndSignStandsAlone() {
    assertThat(said("退货order'", 20)).containsExactly("[CLS]", "退", "货", "order", "'", "[SEP]");
  }

  @Test
  void aWordWithAnUnknownPieceIsUnknownAsAWhole() {
    assertThat(said("orderx my " + "my".repeat(60), 20))
        .containsExactly("[CLS]", "[UNK]", "my", "[UNK]", "[SEP]");
  }

  @Test
  void whatIsTooLongIsCutOff() {
    assertThat(said("my my my my orders", 6))
        .containsExactly("[CLS]", "my", "my", "my", "my", "[SEP]");
    assertThat(said("my orders", 4)).containsExactly("[CLS]", "my", "order", "[SEP]");
  }

  @Test
  void aVocabularyWithoutItsMarksIsRefused() {
    assertThatThrownBy(() -> new WordPiece(Map.of("[UNK]", 0, "[CLS]", 1)))
        .hasMessageContaining("[SEP]");
  }

  @Property
  void anyTextStaysWithinItsRoom(@ForAll String text) {
    long[] numbers = PIECE.numbers(text, 16);
    assertThat(numbers).hasSizeBetween(2, 16).startsWith(1).endsWith(2);
    assertThat(numbers).doesNotContain(-1);
  }
}
