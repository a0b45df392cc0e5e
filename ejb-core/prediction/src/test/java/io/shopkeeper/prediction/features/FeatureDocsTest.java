package io.shopkeeper.prediction.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every feature is described, in both languages, and {@code docs/features.md} says what is so. */
class FeatureDocsTest {

  private static final Path PAGE = Path.of("../../docs/features.md");
  private static final FeatureWords ENGLISH = new FeatureWords(Locale.ENGLISH);
  private static final FeatureWords CHINESE = new FeatureWords(Locale.SIMPLIFIED_CHINESE);

  private static String page() {
    var text =
        new StringBuilder(
            """
            # Features

            What the shop knows of customers and products at a moment, as numbers and words
            ([ADR 0043](adr/0043-features-as-of-a-moment.md)). A table from the shop has them as columns, by
            these names; serving works them out with the same code. A window ends at the moment that is asked
            for, which is not in it, and nothing is older than 365 days. What cannot be said is missing. This
            page is written from the code; a test compares the two.
            """);
    section(text, "Of a customer", CustomerFeature.ALL);
    section(text, "Of a product, and of a customer with it", PairFeature.ALL);
    return text.toString();
  }

  private static void section(StringBuilder text, String title, List<? extends Feature<?>> all) {
    text.append("\n## ").append(title).append("\n\n| feature | type | about | what it is | 说明 |\n");
    text.append("| --- | --- | --- | --- | --- |\n");
    for (Feature<?> each : all) {
      text.append(
          "| `%s` | %s | %s | %s | %s |\n"
              .formatted(
                  each.code(),
                  ENGLISH.kind(each.kind()),
                  ENGLISH.topic(each.topic()),
                  ENGLISH.of(each),
                  CHINESE.of(each)));
    }
  }

  @Test
  void thePageSaysWhatTheCodeDoes() throws IOException {
    String kept = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    if (!kept.equals(page())) {
      Files.writeString(PAGE, page());
    }
    assertThat(kept)
        .as(
            "docs/features.md was out of date. It is written anew: look at the change and commit it")
        .isEqualTo(page());
  }

  @Test
  void namesAreColumnsAndDiffer() {
    List<String> codes =
        Stream.<Feature<?>>concat(CustomerFeature.ALL.stream(), PairFeature.ALL.stream())
            .map(Feature::code)
            .toList();
    assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-z][a-z0-9_]*"));
    assertThat(codes).allMatch(code -> !ENGLISH.column(code).equals(CHINESE.column(code)));
  }
}
