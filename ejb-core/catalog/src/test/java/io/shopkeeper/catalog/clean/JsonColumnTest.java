package io.shopkeeper.catalog.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.platform.boundary.FieldError;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class JsonColumnTest {

  private static final int COLUMN = 20_000;

  @Test
  void errorsComeBack() {
    List<FieldError> errors = List.of(new FieldError("/a", "is \"odd\""), new FieldError("", "名"));
    assertThat(JsonColumn.readErrors(JsonColumn.writeErrors(errors))).isEqualTo(errors);
  }

  /** Field names come from outside: neither their number nor their length may break the column. */
  @Property(tries = 60)
  void errorsAlwaysFitTheirColumn(
      @ForAll @IntRange(min = 1, max = 400) int count,
      @ForAll @IntRange(min = 0, max = 60_000) int length) {
    var error = new FieldError("/" + "\"".repeat(length), "is not a field of products");
    String text = JsonColumn.writeErrors(Collections.nCopies(count, error));
    assertThat(text.length()).isLessThanOrEqualTo(COLUMN);
    assertThat(JsonColumn.readErrors(text)).isNotEmpty();
  }
}
